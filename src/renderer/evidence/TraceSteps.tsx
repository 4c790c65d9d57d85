import type { Explanation } from '../../shared/contract/audits';
import { Unbroken } from '../components/Unbroken';
import { formatAmount, formatQuantity, formatPrice } from '../format/decimal-text';
import { useWords } from '../i18n/use-words';
import './TraceSteps.css';

type Step = Explanation['expected'][number];

const NONE: ReadonlySet<string> = new Set();

/** The arithmetic behind one number, step by step, each with its source; steps of `differing` are marked. */
export function TraceSteps({
  steps,
  differing = NONE,
}: {
  readonly steps: readonly Step[];
  readonly differing?: ReadonlySet<string>;
}) {
  const { t, sentence } = useWords();
  return (
    <ol>
      {steps.map((step, index) => {
        const differs = differing.has(step.rule);
        return (
          <li key={index} className={differs ? 'trace-step trace-differs' : 'trace-step'}>
            <span className="trace-rule">
              <Unbroken text={sentence('rules', step.rule, step.inputs)} />
              {differs && <span className="visually-hidden"> {t('explain/differs')}</span>}
            </span>
            <span className="trace-value number">
              <StepValue step={step} />
            </span>
            {step.citation && (
              <span className="trace-source" title={step.citation.printed}>
                {step.citation.document}, <span className="unbroken">{step.citation.date}</span>
              </span>
            )}
          </li>
        );
      })}
    </ol>
  );
}

function StepValue({ step }: { readonly step: Step }) {
  const { t } = useWords();
  switch (step.unit) {
    case 'seconds':
    case 'minutes':
      return t(`unit/${step.unit}`, { value: formatQuantity(step.value) });
    case 'amount':
      return formatAmount(step.value);
    case 'price':
      return t('unit/price', { value: formatPrice(step.value) });
    case 'factor':
      return t('unit/factor', { value: formatPrice(step.value) });
    case 'text':
      return step.value;
  }
}
