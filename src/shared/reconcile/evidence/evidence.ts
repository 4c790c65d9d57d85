import type { Item } from '../../catalog/item';
import type { Currency } from '../../catalog/site';
import type { Origin } from '../../issue';
import type { Decimal } from '../../money/decimal';
import type { Day } from '../../period/day';
import type { LocalTime } from '../../period/local-time';

/** A line of a summary bill (L1), or the sum of a bill by resource (L2): what a month's lines must come to. */
export interface BillTotal {
  readonly origin: Origin;
  /** First day of the month. */
  readonly month: Day;
  readonly dimension: 'product' | 'project' | 'region' | 'service' | 'tag';
  readonly name: string;
  readonly amount: Decimal;
  readonly voucher: Decimal | null;
  readonly freeCredit: Decimal | null;
  readonly cash: Decimal | null;
  readonly currency: Currency;
  /** What the rounding of its own amounts can have moved it by. */
  readonly rounding: Decimal;
}

/** A money movement of the account; neither amount is negative. */
export interface CashEntry {
  readonly origin: Origin;
  readonly day: Day;
  readonly description: string;
  readonly income: Decimal;
  readonly expense: Decimal;
  readonly currency: Currency;
}

/** A package as the console lists it. */
export interface ListedPackage {
  readonly origin: Origin;
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly minutes: number;
  /** Minutes left when the list was made, which the list does not date. */
  readonly remaining: Decimal | null;
  readonly boughtAt: LocalTime;
  readonly expiresAt: LocalTime | null;
  readonly status: string;
}

/** What the provider says it took from a package for one (day, application, tier), added up. */
export interface StatedDraw {
  readonly packageId: string;
  readonly day: Day;
  readonly sdkAppId: string;
  /** null where the export names no tier. */
  readonly item: Item | null;
  readonly rows: number;
  /** Minutes used. */
  readonly raw: Decimal;
  /** null where the export prints none. */
  readonly factor: Decimal | null;
  /** Minutes taken from the package. */
  readonly deducted: Decimal;
  /** What was left after the last of these rows; null where it is not printed. */
  readonly balanceAfter: Decimal | null;
  readonly lastRow: number;
}

/** A step at which the provider's own balances do not continue. */
export interface BrokenBalance {
  readonly origin: Origin;
  readonly packageId: string;
  readonly expected: Decimal;
  readonly printed: Decimal;
}

/** What the account's other exports say about its month. Empty lists: no such export. */
export interface Evidence {
  readonly totals: readonly BillTotal[];
  readonly cash: readonly CashEntry[];
  readonly listed: readonly ListedPackage[];
  readonly stated: readonly StatedDraw[];
  readonly broken: readonly BrokenBalance[];
}
