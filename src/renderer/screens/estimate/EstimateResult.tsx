import type { PlanEstimate } from '../../../shared/contract/estimates';
import { Amount } from '../../components/Amount';
import { Notice } from '../../components/Notice';
import { Section } from '../../components/Section';
import { formatQuantity } from '../../format/decimal-text';
import { useWords } from '../../i18n/use-words';
import { Advice } from './Advice';
import { PlanCost } from './PlanCost';
import { PlanSteps } from './PlanSteps';

type Estimate = Extract<PlanEstimate, { kind: 'estimate' }>;

/** What a plan costs: without packages, with the cheapest ones, and each formula it follows from. */
export function EstimateResult({ result }: { readonly result: PlanEstimate }) {
  const { t, term, sentence } = useWords();
  if (result.kind === 'problem')
    return (
      <Notice tone="warning">{t(`planner:problems/${result.problem}`, { on: result.on })}</Notice>
    );
  const { site, estimate, advice } = result;
  return (
    <>
      <div className="plan-costs">
        <PlanCost label={t('estimate:payAsYouGo')} amount={estimate.amount} testId="plan-cost" />
        <PlanCost label={t('planner:withPackages')} amount={advice.total} testId="plan-packaged" />
        <PlanCost label={t('planner:saving')} amount={advice.saving} testId="plan-saving" />
        <p className="muted">
          {[
            term('sites', site),
            estimate.currency,
            t('planner:pricesOf', { on: estimate.on }),
            t(`estimate:streamRules/${estimate.streamRule}`),
          ].join(' · ')}
        </p>
      </div>
      <Lines estimate={estimate} />
      <Section title={t('estimate:withPackages')}>
        <Advice advice={advice} />
      </Section>
      <Section title={t('estimate:how')}>
        {estimate.lines.map((line) => (
          <PlanSteps
            key={line.item}
            title={term('items', line.item)}
            folded={estimate.lines.length > 1}
            steps={line.steps}
            sentenceOf={({ rule, inputs }) => sentence('estimate', `steps/${rule}`, inputs)}
          />
        ))}
        <p className="muted plan-note">{t('estimate:notABill')}</p>
      </Section>
    </>
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
