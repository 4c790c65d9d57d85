import type { Item } from '../../catalog/item';
import type { Decimal } from '../../money/decimal';
import type { Day } from '../../period/day';

export const STATUSES = [
  'matched',
  'within-tolerance',
  'over-billed',
  'under-billed',
  'not-billed',
  'not-expected',
  'duplicate',
  'unsettled',
  'cannot-compare',
] as const;
export type Status = (typeof STATUSES)[number];

export const CAUSES = [
  'bill-arithmetic',
  'duplicate-line',
  'line-missing',
  'usage-missing',
  'usage-differs',
  'row-rounding',
  'rounding-scope',
  'day-shifted',
  'trial-not-applied',
  'package-not-applied',
  'package-ratio',
  'package-window',
  'old-price',
  'wrong-tier',
  'discount-missing',
  'contract-price',
  'late-charge',
  'service-stopped',
  'value-added-unexpected',
  'precision',
  'tax',
] as const;
export type Cause = (typeof CAUSES)[number];

/** Why an amount differs, and how much of the difference it moves (billed - expected). */
export interface CauseShare {
  readonly cause: Cause;
  readonly amount: Decimal;
  /** Sentence in the locales (`evidence.<code>`) and what fills it. */
  readonly evidence: {
    readonly code: string;
    readonly params: Readonly<Record<string, string | number>>;
  };
}

/**
 * One (period, application, item) with both sides. Every charge and every settlement line is in exactly
 * one comparison; those that are neither matched nor within tolerance are the discrepancies.
 */
export interface Comparison {
  /** Stable across runs: `<periodStart>/<sdkAppId>/<item>`, with a suffix where a line has no item. */
  readonly id: string;
  readonly status: Status;
  readonly periodStart: Day;
  readonly periodEnd: Day;
  readonly sdkAppId: string | null;
  readonly item: Item | null;
  /** Minutes. null: there is no such side. */
  readonly expectedQuantity: Decimal | null;
  readonly billedQuantity: Decimal | null;
  /** What is paid per 1,000 minutes. */
  readonly expectedPrice: Decimal | null;
  readonly billedPrice: Decimal | null;
  readonly expectedAmount: Decimal;
  readonly billedAmount: Decimal;
  /** billed - expected. */
  readonly difference: Decimal;
  /** Largest difference that the declared roundings between the two numbers can make. */
  readonly tolerance: Decimal;
  /** Shares that with `unexplained` add up to `difference` exactly. */
  readonly causes: readonly CauseShare[];
  readonly unexplained: Decimal;
  readonly chargeIds: readonly string[];
  readonly billLineIds: readonly number[];
}

export function isDiscrepancy(comparison: Comparison): boolean {
  return comparison.status !== 'matched' && comparison.status !== 'within-tolerance';
}
