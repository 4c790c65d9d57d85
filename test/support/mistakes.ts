import type { BillLine } from '../../src/shared/bill/bill-line';
import type { Item } from '../../src/shared/catalog/item';
import { decimal, ONE, type Decimal } from '../../src/shared/money/decimal';
import { round, type RoundingRule } from '../../src/shared/money/round';
import type { Cause } from '../../src/shared/reconcile/result/discrepancy';
import type { Charge } from '../../src/shared/settlement/charge';
import { settlementLine, termsOf, type LineTerms } from './bill-lines';
import type { CleanMonth } from './clean-month';
import { METERING_MISTAKES, moreMinutes } from './metering-mistakes';
import type { Random } from './random';

/** How a bill came to say something else about one charge. */
export interface PlannedLine {
  readonly terms: LineTerms;
  /** What the amount is off by, against the line's own terms. */
  readonly slip: Decimal;
  readonly copies: number;
  readonly taxRate: Decimal | null;
}

export interface Mistake {
  /** One cause can be planted in several ways. */
  readonly name: string;
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

/** The amount as it would stand on a line of 2 decimals. */
function toCents(plan: PlannedLine, rule: RoundingRule): Decimal {
  const { amount } = settlementLine(0, plan.terms);
  return round(amount, 2, rule).minus(amount);
}

/** To the cent and still not by a rounding that nobody would see. */
const hasFraction = (charge: Charge, rule: RoundingRule) =>
  priced(charge) &&
  round(charge.amount, 2, rule).minus(charge.amount).abs().gt('0.0001') &&
  round(charge.amount, 2, rule).gt(0);

export const MISTAKES: readonly Mistake[] = [
  ...METERING_MISTAKES,
  {
    // Large enough to be no rounding and no share of a package by chance.
    name: 'usage-differs',
    cause: 'usage-differs',
    stage: 1,
    fits: priced,
    make: (plan, _charge, _month, random) => moreMinutes(plan, 100_003 + random.whole(0, 9999)),
  },
  {
    name: 'old-price',
    cause: 'old-price',
    stage: 2,
    fits: (charge) => priced(charge) && charge.item === 'av.fhd',
    make: (plan) => ({ ...plan, terms: { ...plan.terms, listPrice: decimal(105) } }),
  },
  {
    name: 'discount-missing',
    cause: 'discount-missing',
    stage: 2,
    fits: (charge) => priced(charge) && charge.item === 'av.hd',
    make: (plan) => ({ ...plan, terms: { ...plan.terms, discount: ONE } }),
  },
  {
    name: 'contract-price',
    cause: 'contract-price',
    stage: 2,
    fits: (charge) => priced(charge) && charge.item === 'av.4k',
    make: (plan) => ({ ...plan, terms: { ...plan.terms, listPrice: decimal(252) } }),
  },
  {
    name: 'wrong-tier',
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
    // The tier's own terms, too: nothing of the contract speaks of it.
    name: 'wrong-tier-without-contract',
    cause: 'wrong-tier',
    stage: 2,
    fits: (charge) => priced(charge) && charge.item === 'av.hd',
    make: (plan) => ({
      ...plan,
      terms: { ...plan.terms, listPrice: decimal(63), discount: ONE },
    }),
  },
  {
    name: 'contract-price-of-another-tier',
    cause: 'wrong-tier',
    stage: 2,
    fits: (charge) => priced(charge) && charge.item === 'av.2k',
    make: (plan) => ({ ...plan, terms: { ...plan.terms, listPrice: decimal('199.5') } }),
  },
  {
    name: 'bill-arithmetic',
    cause: 'bill-arithmetic',
    stage: 3,
    fits: priced,
    make: (plan, _charge, _month, random) => ({
      ...plan,
      slip: decimal(`${random.pick(['', '-'])}0.${random.whole(1000, 9999)}7`),
    }),
  },
  {
    name: 'precision',
    cause: 'precision',
    stage: 3,
    fits: (charge) => hasFraction(charge, 'half-up'),
    make: (plan) => ({ ...plan, slip: toCents(plan, 'half-up') }),
  },
  {
    name: 'precision-cut',
    cause: 'precision',
    stage: 3,
    fits: (charge) => hasFraction(charge, 'down'),
    make: (plan) => ({ ...plan, slip: toCents(plan, 'down') }),
  },
  {
    name: 'tax',
    cause: 'tax',
    stage: 3,
    fits: (charge) => priced(charge) && charge.amount.gt('0.01'),
    make: (plan) => {
      const taxRate = decimal('0.06');
      const { amount } = settlementLine(0, plan.terms);
      return { ...plan, taxRate, slip: round(amount.times(taxRate), 8, 'half-up') };
    },
  },
  {
    name: 'duplicate-line',
    cause: 'duplicate-line',
    stage: 4,
    fits: priced,
    make: (plan) => ({ ...plan, copies: 2 }),
  },
];

export function plainPlan(charge: Charge): PlannedLine {
  return { terms: termsOf(charge), slip: decimal(0), copies: 1, taxRate: null };
}

/** The lines that a plan puts on the bill, numbered from `id` on. */
export function linesOf(plan: PlannedLine, id: number, sameTransaction: boolean): BillLine[] {
  if (plan.terms.minutes.isZero()) return [];
  const line = settlementLine(id, plan.terms);
  const amount = line.amount.plus(plan.slip);
  const { taxRate } = plan;
  const slipped = plan.slip.isZero() ? line : { ...line, amount, cash: amount, taxRate };
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
