import { Input } from 'antd';
import { useId } from 'react';
import { Choice } from '../../components/Choice';
import { DayField } from '../../days/DayField';
import { formatQuantity } from '../../format/decimal-text';
import { inARow } from '../../i18n/in-a-row';
import { useWords } from '../../i18n/use-words';
import type { ItemPlan, PricedItem } from './item-plan';

/** Which item, how much of it in a month, and whose day's price; what it comes to stands beside it. */
export function ItemFigures({
  plan,
  chosen,
  items,
  quantity,
  used,
  onChange,
}: {
  readonly plan: ItemPlan;
  readonly chosen: PricedItem;
  readonly items: readonly PricedItem[];
  readonly quantity: string;
  /** What a month really used of it, to begin from. */
  readonly used: { readonly minutes: number; readonly month: string } | null;
  readonly onChange: (plan: ItemPlan) => void;
}) {
  const { t, term } = useWords();
  const id = useId();
  return (
    <div className="plan-figures">
      <span className="plan-figure plan-figure-wide">
        <span>{t('columns/item')}</span>
        <Choice<string>
          label={t('columns/item')}
          testId="planned-item"
          value={chosen.item}
          options={items.map(({ item }) => ({ value: item, label: term('items', item) }))}
          onChange={(value) => {
            const item = items.find((one) => one.item === value)?.item;
            if (item) onChange({ ...plan, item, quantity: null });
          }}
        />
      </span>
      <span className="plan-figure">
        <label htmlFor={id}>{t(`item-planner:quantity/${chosen.unit}`)}</label>
        <Input
          id={id}
          className="number"
          inputMode="decimal"
          data-testid="planned-quantity"
          value={quantity}
          onChange={({ target }) => onChange({ ...plan, quantity: target.value.trim() })}
        />
      </span>
      <DayField
        label={t('item-planner:on')}
        value={plan.on}
        testId="planned-on"
        onChange={(on) => onChange({ ...plan, on })}
      />
      <p className="muted plan-note">
        {inARow(t, [
          ...(used === null
            ? []
            : [
                t('item-planner:used', {
                  month: used.month,
                  quantity: formatQuantity(used.minutes),
                }),
              ]),
          t('item-planner:today'),
        ])}
      </p>
    </div>
  );
}
