import { useMemo, useState } from 'react';
import type { Output } from '../../../shared/contract/contract';
import { tierMix } from '../../../shared/contract/tier-mix';
import { useEngineQuery } from '../../client/engine-query';
import type { Period } from '../../client/use-month-run';
import { Loading } from '../../components/Placeholder';
import { Section } from '../../components/Section';
import { daysOf, formatPeriod } from '../../format/day-text';
import { formatQuantity } from '../../format/decimal-text';
import { useWords } from '../../i18n/use-words';
import { useMonth } from '../../state/month';
import { Advisor } from './Advisor';
import { Calculator } from './Calculator';
import { EstimateResult } from './EstimateResult';
import { PLAIN_ITEM } from './item-plan';
import { ItemPlanner } from './ItemPlanner';
import {
  figuresOf,
  isAskable,
  PLAIN_FIGURES,
  PLAN_KINDS,
  type PlanFigures,
  type PlanKind,
  type TierMix,
} from './plan-figures';
import { PlanAnswer } from './PlanAnswer';
import { usePlanEstimate } from './use-plan-estimate';
import './Estimate.css';

/** What other use would cost, beginning from last month's own; and which packages would have paid. */
export function EstimateScreen() {
  const { t } = useWords();
  const { month, months, pending } = useMonth();
  if (pending) return <Loading label={t('loading')} lines={12} />;
  return <EstimateOf key={month?.from} month={month} months={months.length} />;
}

/** What can be planned: use that is counted from people, and any item that has a price. */
const KINDS = [...PLAN_KINDS, 'item'] as const;
type Kind = (typeof KINDS)[number];

const NOTHING_USED: Output<'usage.series'> = [];
const NO_MONTH = { from: '1970-01-01', to: '1970-01-02' } as Period;

function EstimateOf({ month, months }: { readonly month: Period | null; readonly months: number }) {
  const { t, term, language } = useWords();
  const [kind, setKind] = useState<Kind>('calls');
  const [itemPlan, setItemPlan] = useState(PLAIN_ITEM);
  const [changed, setChanged] = useState<PlanFigures | null>(null);
  const series = useEngineQuery(
    'usage.series',
    { period: month ?? NO_MONTH, filter: { onlyGaps: false }, by: 'item', series: 12 },
    { enabled: month !== null },
  );
  const days = month ? daysOf(month).length : 30;
  const begun = series.data ? figuresOf(series.data, days) : null;
  const plan = changed ?? begun ?? PLAIN_FIGURES;
  const mix = useMemo(() => tierMix(series.data ?? NOTHING_USED), [series.data]);
  const kinds = (
    <div className="estimate-kinds" role="group" aria-label={t('planner:kind')}>
      {KINDS.map((value) => (
        <button
          key={value}
          type="button"
          aria-pressed={kind === value}
          data-testid={`plan-${value}`}
          onClick={() => setKind(value)}
        >
          {t(`planner:kinds/${value}`)}
        </button>
      ))}
    </div>
  );
  return (
    <div className="estimate">
      <h1>{t('screens/estimate')}</h1>
      {kind === 'item' ? (
        <ItemPlanner
          plan={itemPlan}
          kinds={kinds}
          month={month}
          series={series.data ?? NOTHING_USED}
          onChange={setItemPlan}
        />
      ) : (
        <div className="estimate-columns">
          <Section title={t('planner:figuresTitle')}>
            {kinds}
            <Calculator
              kind={kind}
              plan={plan}
              mixOf={month && mix.length > 0 ? formatPeriod(month, language) : null}
              onChange={setChanged}
            />
            {month && mix.length > 0 && (
              <p className="muted plan-note">
                {t('planner:mix', {
                  month: formatPeriod(month, language),
                  mix: mix
                    .map(({ item, minutes }) => `${term('items', item)} ${formatQuantity(minutes)}`)
                    .join(t('list')),
                })}{' '}
                {changed !== null && (
                  <button type="button" className="link" onClick={() => setChanged(null)}>
                    {t('planner:fromMonth')}
                  </button>
                )}
              </p>
            )}
          </Section>
          <div className="estimate-result">
            <Result key={kind} kind={kind} plan={plan} mix={mix} />
          </div>
        </div>
      )}
      {month && (
        <Section title={t('planner:advisor')}>
          <Advisor months={months} />
        </Section>
      )}
    </div>
  );
}

function Result({
  kind,
  plan,
  mix,
}: {
  readonly kind: PlanKind;
  readonly plan: PlanFigures;
  readonly mix: TierMix;
}) {
  const { t, sentence } = useWords();
  const query = usePlanEstimate(kind, plan, mix);
  return (
    <PlanAnswer
      missing={isAskable(kind, plan) ? null : t('planner:noNumber')}
      query={query}
      said={(answer) =>
        answer.kind === 'estimate'
          ? sentence('planner', 'said', {
              payAmount: answer.estimate.amount,
              packagedAmount: answer.advice.total,
              savingAmount: answer.advice.saving,
            })
          : ''
      }
      lines={9}
    >
      {(answer) => <EstimateResult result={answer} />}
    </PlanAnswer>
  );
}
