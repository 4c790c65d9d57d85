import type { EstimateLineRow, PlanEstimate } from '../../../shared/contract/estimates';
import { Amount } from '../../components/Amount';
import { Notice } from '../../components/Notice';
import { Section } from '../../components/Section';
import { formatAmount, formatPrice, formatQuantity } from '../../format/decimal-text';
import { useWords } from '../../i18n/use-words';
import { Advice } from './Advice';
import '../../evidence/TraceSteps.css';

type Estimate = Extract<PlanEstimate, { kind: 'estimate' }>;

/** What a plan costs: without packages, with the cheapest ones, and each formula it follows from. */
export function EstimateResult({ result }: { readonly result: PlanEstimate }) {
  const { t, term } = useWords();
  if (result.kind === 'problem')
    return <Notice tone="warning">{t(`planner:problems/${result.problem}`)}</Notice>;
  const { site, estimate, advice } = result;
  return (
    <>
      <div className="plan-costs">
        <Cost label={t('estimate:payAsYouGo')} amount={estimate.amount} testId="plan-cost" />
        <Cost label={t('planner:withPackages')} amount={advice.total} testId="plan-packaged" />
        <Cost label={t('planner:saving')} amount={advice.saving} testId="plan-saving" />
        <p className="muted">
          {[
            term('sites', site),
            estimate.currency,
            estimate.on,
            t(`estimate:streamRules/${estimate.streamRule}`),
          ].join(' · ')}
        </p>
      </div>
      <Lines estimate={estimate} />
      <Section title={t('estimate:how')}>
        {estimate.lines.map((line) => (
          <Steps key={line.item} line={line} />
        ))}
        <p className="muted plan-note">{t('estimate:notABill')}</p>
      </Section>
      <Section title={t('estimate:withPackages')}>
        <Advice advice={advice} />
      </Section>
    </>
  );
}

function Cost({
  label,
  amount,
  testId,
}: {
  readonly label: string;
  readonly amount: string;
  readonly testId: string;
}) {
  return (
    <div>
      <span className="muted">{label}</span>
      <strong data-testid={testId}>
        <Amount value={amount} />
      </strong>
    </div>
  );
}

function Lines({ estimate }: { readonly estimate: Estimate['estimate'] }) {
  const { t, term } = useWords();
  return (
    <table className="ledger">
      <thead>
        <tr>
          <th scope="col">{t('estimate:item')}</th>
          {(['minutes', 'packageMinutes', 'payAsYouGo'] as const).map((column) => (
            <th key={column} scope="col" className="number">
              {t(`estimate:${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {estimate.lines.map((line) => (
          <tr key={line.item}>
            <td>{term('items', line.item)}</td>
            <td className="number">{formatQuantity(line.minutes)}</td>
            <td className="number">
              {line.packageMinutes === null ? '—' : formatQuantity(line.packageMinutes)}
            </td>
            <td className="number">
              <Amount value={line.amount} />
            </td>
          </tr>
        ))}
        <tr className="ledger-total">
          <td>{t('estimate:total')}</td>
          <td className="number">{formatQuantity(estimate.minutes)}</td>
          <td className="number">{formatQuantity(estimate.packageMinutes)}</td>
          <td className="number">
            <Amount value={estimate.amount} />
          </td>
        </tr>
      </tbody>
    </table>
  );
}

function Steps({ line: { item, steps } }: { readonly line: EstimateLineRow }) {
  const { term, sentence } = useWords();
  const written = ({ value, unit }: EstimateLineRow['steps'][number]) =>
    unit === 'amount'
      ? formatAmount(value)
      : unit === 'price'
        ? formatPrice(value)
        : formatQuantity(value);
  return (
    <div className="plan-steps">
      <h3>{term('items', item)}</h3>
      <ol>
        {steps.map((step, index) => (
          <li key={index} className="trace-step">
            <span className="trace-rule">
              {sentence('estimate', `steps/${step.rule}`, step.inputs)}
              {step.citation && (
                <span className="muted">
                  {' '}
                  {step.citation.document}, {step.citation.date}
                </span>
              )}
            </span>
            <span className="trace-value number">{written(step)}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}
