import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import { dayField } from '../../../shared/contract/fields';
import type { PlannedItemAnswer } from '../../../shared/contract/planned-item';
import { ask } from '../../client/engine-query';
import { Notice } from '../../components/Notice';
import { Section } from '../../components/Section';
import { formatPrice, formatQuantity } from '../../format/decimal-text';
import { useWords } from '../../i18n/use-words';
import { isItemAskable, type PlannedItemId } from './item-plan';
import { PlanAnswer } from './PlanAnswer';
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
  const { t, sentence } = useWords();
  const askable = isItemAskable(quantity, on);
  const query = useQuery({
    queryKey: ['estimate.item', { item, quantity, on }],
    queryFn: askable
      ? () => ask('estimate.item', { site: null, item, quantity, on: dayOrToday(on) })
      : skipToken,
    placeholderData: keepPreviousData,
  });
  return (
    <PlanAnswer
      missing={askable ? null : t('item-planner:incomplete')}
      query={query}
      said={(answer) =>
        answer.kind === 'planned-item'
          ? sentence('item-planner', 'said', {
              item: answer.item,
              sumAmount: answer.amount,
              unitPrice: answer.unitPrice,
            })
          : ''
      }
      lines={7}
    >
      {(answer) => <ItemResult answer={answer} />}
    </PlanAnswer>
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
