import { compareItems, type Item } from '../catalog/item';
import { ZERO, type Decimal } from '../money/decimal';
import { firstOfMonth, type Day } from '../period/day';
import { compareText } from '../usage/group-usage';
import type { Charge } from './charge';

/** What one item of one month costs under two versions of prices and terms. Amounts to 8 decimals, exact sums. */
export interface CostRow {
  /** The first day of the month of use. */
  readonly month: Day;
  readonly item: Item;
  readonly minutesA: number;
  readonly minutesB: number;
  readonly amountA: Decimal;
  readonly amountB: Decimal;
}

/** Every item of every month that either version charges, by month and item. */
export function compareCosts(a: readonly Charge[], b: readonly Charge[]): readonly CostRow[] {
  const rows = new Map<string, CostRow>();
  const rowOf = ({ periodStart, item }: Charge) => {
    const month = firstOfMonth(periodStart);
    const key = `${month}/${item}`;
    const none = { minutesA: 0, minutesB: 0, amountA: ZERO, amountB: ZERO };
    return { key, row: rows.get(key) ?? { month, item, ...none } };
  };
  for (const charge of a) {
    const { key, row } = rowOf(charge);
    rows.set(key, {
      ...row,
      minutesA: row.minutesA + charge.billableMinutes,
      amountA: row.amountA.plus(charge.amount),
    });
  }
  for (const charge of b) {
    const { key, row } = rowOf(charge);
    rows.set(key, {
      ...row,
      minutesB: row.minutesB + charge.billableMinutes,
      amountB: row.amountB.plus(charge.amount),
    });
  }
  return [...rows.values()].sort(
    (one, other) => compareText(one.month, other.month) || compareItems(one.item, other.item),
  );
}
