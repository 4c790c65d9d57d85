import type { ReactNode } from 'react';
import type { Output } from '../../../shared/contract/contract';
import { errorOf, useEngineQuery } from '../../client/engine-query';
import type { Period } from '../../client/use-month-run';
import { Notice } from '../../components/Notice';
import { Loading } from '../../components/Placeholder';
import { Section } from '../../components/Section';
import { formatPeriod } from '../../format/day-text';
import { useWords } from '../../i18n/use-words';
import { chosenItem, minutesUsed, pricedItems, quantityOf, type ItemPlan } from './item-plan';
import { ItemEstimate } from './ItemEstimate';
import { ItemFigures } from './ItemFigures';

/** A month of any item that has a price: recordings, transcoding, relay, dashboard, and minutes known already. */
export function ItemPlanner({
  plan,
  kinds,
  month,
  series,
  onChange,
}: {
  readonly plan: ItemPlan;
  /** The choice of what is planned, which stands above the form. */
  readonly kinds: ReactNode;
  readonly month: Period | null;
  readonly series: Output<'usage.series'>;
  readonly onChange: (plan: ItemPlan) => void;
}) {
  const { t, error, language } = useWords();
  const workspace = useEngineQuery('workspace.current', {});
  const site = workspace.data?.currency === 'USD' ? 'intl' : 'cn';
  const prices = useEngineQuery('prices.table', { site }, { enabled: !workspace.isPending });
  const items = pricedItems(prices.data?.prices ?? []);
  const chosen = chosenItem(plan, items);
  const minutes = chosen && minutesUsed(series, chosen);
  const used = month && minutes !== null ? { minutes, month: formatPeriod(month, language) } : null;
  const quantity = chosen ? quantityOf(plan, chosen, series) : '';
  return (
    <div className="estimate-columns">
      <Section title={t('planner:figuresTitle')}>
        {kinds}
        {prices.isPending && <Loading label={t('loading')} lines={4} />}
        {prices.isError && <Notice tone="error">{error(errorOf(prices.error))}</Notice>}
        {chosen && (
          <ItemFigures
            plan={plan}
            chosen={chosen}
            items={items}
            quantity={quantity}
            used={used}
            onChange={onChange}
          />
        )}
      </Section>
      <div className="estimate-result">
        {chosen && <ItemEstimate item={chosen.item} quantity={quantity} on={plan.on} />}
      </div>
    </div>
  );
}
