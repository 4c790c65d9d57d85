import type { EstimateLineRow } from '../../../shared/contract/estimates';
import { formatAmount, formatPrice, formatQuantity } from '../../format/decimal-text';
import '../../evidence/TraceSteps.css';

type Step = EstimateLineRow['steps'][number];

function written({ value, unit }: Step): string {
  if (unit === 'amount') return formatAmount(value);
  if (unit === 'price') return formatPrice(value);
  return formatQuantity(value);
}

/** How a figure was worked out: each formula with its source and what it came to. */
export function PlanSteps({
  title,
  folded = false,
  steps,
  sentenceOf,
}: {
  readonly title: string;
  /** One of several: its name stands alone until it is asked for. */
  readonly folded?: boolean;
  readonly steps: readonly Step[];
  readonly sentenceOf: (step: Step) => string;
}) {
  const listed = (
    <ol>
      {steps.map((step, index) => (
        <li key={index} className="trace-step">
          <span className="trace-rule">
            {sentenceOf(step)}
            {step.citation && (
              <span className="muted">
                {' '}
                {step.citation.document}, <span className="unbroken">{step.citation.date}</span>
              </span>
            )}
          </span>
          <span className="trace-value number">{written(step)}</span>
        </li>
      ))}
    </ol>
  );
  return folded ? (
    <details className="plan-steps">
      <summary>{title}</summary>
      {listed}
    </details>
  ) : (
    <div className="plan-steps">
      <h3>{title}</h3>
      {listed}
    </div>
  );
}
