import type { AdviceRow, EstimateRow } from '../../../shared/contract/estimates';
import type { Advice } from '../../../shared/estimate/advisor';
import type { Estimate } from '../../../shared/estimate/calculator';
import type { PlannedItem } from '../../../shared/estimate/planned-item';
import { toText } from '../../../shared/money/decimal';

/** An estimate as it crosses to a client: money as decimal text. */
export function estimateRow({ amount, lines, ...plain }: Estimate): EstimateRow {
  return {
    ...plain,
    amount: toText(amount),
    lines: lines.map((line) => ({ ...line, amount: toText(line.amount), steps: [...line.steps] })),
  };
}

/** An advice as it crosses to a client: money as decimal text. */
export function adviceRow(advice: Advice): AdviceRow {
  const { payAsYouGo, packagePrice, rest, total, saving, packages, ...plain } = advice;
  return {
    ...plain,
    payAsYouGo: toText(payAsYouGo),
    packages: packages.map((one) => ({ ...one, price: toText(one.price) })),
    packagePrice: toText(packagePrice),
    rest: toText(rest),
    total: toText(total),
    saving: toText(saving),
  };
}

/** A planned month of one item as it crosses to a client. */
export function plannedItemRow({ quantity, unitPrice, amount, steps, ...plain }: PlannedItem) {
  const numbers = {
    quantity: toText(quantity),
    unitPrice: toText(unitPrice),
    amount: toText(amount),
  };
  return { ...plain, ...numbers, steps: [...steps] };
}
