import type { Currency } from '../../../shared/catalog/site';
import type { ChargeRow, DrawdownRow } from '../../../shared/contract/audits';
import type { Drawdown } from '../../../shared/drawdown/drawdown';
import { decimal, type Decimal } from '../../../shared/money/decimal';
import { localTime } from '../../../shared/period/local-time';
import type { Comparison } from '../../../shared/reconcile/result/discrepancy';
import type { Charge } from '../../../shared/settlement/charge';
import type { ComparisonWithSides } from '../store/runs/run-comparisons';

/** Stored rows as the computation knows them, so that it can explain what it said then. */
export function chargeOf(row: ChargeRow, currency: Currency): Charge {
  return {
    ...row,
    listPrice: decimal(row.listPrice),
    discount: decimal(row.discount),
    unitPrice: decimal(row.unitPrice),
    amount: decimal(row.amount),
    currency,
  };
}

export function drawdownOf(row: DrawdownRow): Drawdown {
  return { ...row, start: row.start === null ? null : localTime(row.start) };
}

export function comparisonOf(
  { comparison: row, billLineIds }: ComparisonWithSides,
  charges: readonly Charge[],
): Comparison {
  return {
    id: row.id,
    status: row.status,
    periodStart: row.periodStart,
    periodEnd: row.periodEnd,
    sdkAppId: row.sdkAppId,
    item: row.item,
    expectedQuantity: number(row.expectedQuantity),
    billedQuantity: number(row.billedQuantity),
    expectedPrice: number(row.expectedPrice),
    billedPrice: number(row.billedPrice),
    expectedAmount: decimal(row.expectedAmount),
    billedAmount: decimal(row.billedAmount),
    difference: decimal(row.difference),
    tolerance: decimal(row.tolerance),
    causes: row.causes.map((share) => ({ ...share, amount: decimal(share.amount) })),
    unexplained: decimal(row.unexplained),
    chargeIds: charges.map(({ id }) => id),
    billLineIds,
  };
}

function number(text: string | null): Decimal | null {
  return text === null ? null : decimal(text);
}
