import type { BillLine } from '../../src/shared/bill/bill-line';
import type { Item } from '../../src/shared/catalog/item';
import { decimal, ONE, type Decimal } from '../../src/shared/money/decimal';
import type { Cause } from '../../src/shared/reconcile/discrepancy';
import type { Charge } from '../../src/shared/settlement/charge';
import { settlementLine, termsOf, type LineTerms } from './bill-lines';
import type { CleanMonth } from './clean-month';
import type { Random } from './random';

/** How a bill came to say something else about one charge. */
export interface PlannedLine {
  readonly terms: LineTerms;
  /** What the amount is off by, against the line's own terms. */
  readonly slip: Decimal;
  readonly copies: number;
}

export interface Mistake {
  readonly cause: Cause;
  /** In the order in which shares are taken: minutes, then price, then the amount, then the copies. */
  readonly stage: 1 | 2 | 3 | 4;
  readonly fits: (charge: Charge, month: CleanMonth) => boolean;
  readonly make: (
    plan: PlannedLine,
    charge: Charge,
    month: CleanMonth,
    random: Random,
  ) => PlannedLine;
}

const TIER_PRICES: Readonly<Record<string, number>> = {
  'av.audio': 7,
  'av.sd': 14,
  'av.hd': 28,
  'av.fhd': 63,
  'av.2k': 112,
  'av.4k': 252,
};
const NEXT_TIER: Readonly<Partial<Record<Item, Item>>> = {
  'av.audio': 'av.sd',
  'av.sd': 'av.hd',
  'av.hd': 'av.fhd',
  'av.fhd': 'av.2k',
  'av.2k': 'av.4k',
};

const priced = (charge: Charge) => charge.billableMinutes > 0;

function moreMinutes(plan: PlannedLine, minutes: number): PlannedLine {
  return { ...plan, terms: { ...plan.terms, minutes: plan.terms.minutes.plus(minutes) } };
}

/** Minutes by which rounding every row up exceeds rounding the day; 0 where there are no 5-minute rows. */
function rowExcess(charge: Charge, month: CleanMonth): number {
  const rows = month.rows.filter(
    (row) =>
      row.day === charge.periodStart &&
      row.sdkAppId === charge.sdkAppId &&
      row.item === charge.item &&
      row.seconds !== undefined,
  );
  const perRow = rows.reduce((sum, row) => sum + Math.ceil((row.seconds ?? 0) / 60), 0);
  return rows.length === 0 ? 0 : perRow - charge.meteredMinutes;
}

export const MISTAKES: readonly Mistake[] = [
  {
    cause: 'package-not-applied',
    stage: 1,
    fits: (charge) => charge.packageMinutes > 0,
    make: (plan, charge) => moreMinutes(plan, charge.packageMinutes),
  },
  {
    cause: 'trial-not-applied',
    stage: 1,
    fits: (charge) => charge.trialMinutes > 0,
    make: (plan, charge) => moreMinutes(plan, charge.trialMinutes),
  },
  {
    cause: 'row-rounding',
    stage: 1,
    fits: (charge, month) => priced(charge) && rowExcess(charge, month) > 0,
    make: (plan, charge, month) => moreMinutes(plan, rowExcess(charge, month)),
  },
  {
    // Large enough to be no rounding and no share of a package by chance.
    cause: 'usage-differs',
    stage: 1,
    fits: priced,
    make: (plan, _charge, _month, random) => moreMinutes(plan, 100_003 + random.whole(0, 9999)),
  },
  {
    cause: 'old-price',
    stage: 2,
    fits: (charge) => priced(charge) && charge.item === 'av.fhd',
    make: (plan) => ({ ...plan, terms: { ...plan.terms, listPrice: decimal(105) } }),
  },
  {
    cause: 'discount-missing',
    stage: 2,
    fits: (charge) => priced(charge) && charge.item === 'av.hd',
    make: (plan) => ({ ...plan, terms: { ...plan.terms, discount: ONE } }),
  },
  {
    cause: 'contract-price',
    stage: 2,
    fits: (charge) => priced(charge) && charge.item === 'av.4k',
    make: (plan) => ({ ...plan, terms: { ...plan.terms, listPrice: decimal(252) } }),
  },
  {
    cause: 'wrong-tier',
    stage: 2,
    fits: (charge) => priced(charge) && NEXT_TIER[charge.item] !== undefined,
    make: (plan, charge) => {
      const next = NEXT_TIER[charge.item];
      const listPrice = decimal(TIER_PRICES[next ?? ''] ?? 0);
      return { ...plan, terms: { ...plan.terms, listPrice } };
    },
  },
  {
    cause: 'bill-arithmetic',
    stage: 3,
    fits: priced,
    make: (plan, _charge, _month, random) => ({
      ...plan,
      slip: decimal(`${random.pick(['', '-'])}0.${random.whole(1000, 9999)}7`),
    }),
  },
  {
    cause: 'duplicate-line',
    stage: 4,
    fits: priced,
    make: (plan) => ({ ...plan, copies: 2 }),
  },
];

export function plainPlan(charge: Charge): PlannedLine {
  return { terms: termsOf(charge), slip: decimal(0), copies: 1 };
}

/** The lines that a plan puts on the bill, numbered from `id` on. */
export function linesOf(plan: PlannedLine, id: number, sameTransaction: boolean): BillLine[] {
  if (plan.terms.minutes.isZero()) return [];
  const line = settlementLine(id, plan.terms);
  const amount = line.amount.plus(plan.slip);
  const slipped = plan.slip.isZero() ? line : { ...line, amount, cash: amount };
  return Array.from({ length: plan.copies }, (_, copy) => ({
    ...slipped,
    id: id + copy,
    origin: { ...line.origin, line: id + copy + 1 },
    transactionId: copy === 0 || sameTransaction ? line.transactionId : `${line.transactionId}-2`,
  }));
}

export function amountOf(plan: PlannedLine): Decimal {
  if (plan.terms.minutes.isZero()) return decimal(0);
  return settlementLine(0, plan.terms).amount.plus(plan.slip).times(plan.copies);
}
