import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import { dayField } from '../../../shared/contract/fields';
import type { PlannedItemAnswer } from '../../../shared/contract/planned-item';
import { ask, errorOf } from '../../client/engine-query';
import { Announced } from '../../components/Announced';
import { Notice } from '../../components/Notice';
import { Loading } from '../../components/Placeholder';
import { Section } from '../../components/Section';
import { formatPrice, formatQuantity } from '../../format/decimal-text';
import { useWords } from '../../i18n/use-words';
import { isItemAskable, type PlannedItemId } from './item-plan';
import { PlanCost } from './PlanCost';
import { PlanSteps } from './PlanSteps';

/** What a month of one item comes to, at the price of the account's contract where it has one. */
export function ItemEstimate({
  item,
  quantity,
  on,
}: {
  readonly item: PlannedItemId;
  readonly quantity: string;
  /** Empty: today. */
  readonly on: string;
}) {
  const { t, error, sentence } = useWords();
  const askable = isItemAskable(quantity, on);
  const query = useQuery({
    queryKey: ['estimate.item', { item, quantity, on }],
    queryFn: askable
      ? () => ask('estimate.item', { site: null, item, quantity, on: dayOrToday(on) })
      : skipToken,
    placeholderData: keepPreviousData,
  });
  const { data } = query;
  const said =
    askable && data?.kind === 'planned-item'
      ? sentence('item-planner', 'said', {
          item: data.item,
          sumAmount: data.amount,
          unitPrice: data.unitPrice,
        })
      : '';
  return (
    <>
      <Announced text={said} />
      {!askable ? (
        <Notice tone="warning">{t('item-planner:incomplete')}</Notice>
      ) : query.isError ? (
        <Notice
          tone="error"
          action={{ label: t('planner:again'), run: () => void query.refetch() }}
        >
          {error(errorOf(query.error))}
        </Notice>
      ) : data ? (
        <ItemResult answer={data} />
      ) : (
        <Loading label={t('loading')} lines={7} />
      )}
    </>
  );
}

const dayOrToday = (on: string): z.infer<typeof dayField> | null =>
  on === '' ? null : dayField.parse(on);

/** The sum, its unit price, and each formula it follows from. */
export function ItemResult({ answer }: { readonly answer: PlannedItemAnswer }) {
  const { t, term, sentence } = useWords();
  if (answer.kind === 'problem')
    return (
      <Notice tone="warning">{t(`planner:problems/${answer.problem}`, { on: answer.on })}</Notice>
    );
  const { site, item, on, currency, unit, quantity, unitPrice, amount, steps } = answer;
  const unitText = t(`prices:units/${unit}`);
  return (
    <>
      <div className="plan-costs">
        <PlanCost label={t('item-planner:amount')} amount={amount} testId="planned-amount" />
        <div>
          <span className="muted">{t('item-planner:unitPrice')}</span>
          <span className="plan-unit-price">
            {formatPrice(unitPrice)} <span className="muted">{unitText}</span>
          </span>
        </div>
        <p className="muted">
          {[
            term('sites', site),
            currency,
            t('planner:pricesOf', { on }),
            `${term('items', item)} ${formatQuantity(quantity)}`,
          ].join(' · ')}
        </p>
      </div>
      <Section title={t('estimate:how')}>
        <PlanSteps
          title={term('items', item)}
          steps={steps}
          sentenceOf={({ rule, inputs }) =>
            sentence('planned-item', `steps/${rule}`, {
              ...inputs,
              ...('quantity' in inputs
                ? { quantity: formatQuantity(inputs['quantity'] ?? '') }
                : {}),
              unitText,
            })
          }
        />
        <p className="muted plan-note">{t('planned-item:notABill')}</p>
      </Section>
    </>
  );
}
