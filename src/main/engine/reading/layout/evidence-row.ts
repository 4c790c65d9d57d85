import type { Item } from '../../../../shared/catalog/item';
import type { Currency } from '../../../../shared/catalog/site';
import type { RowWarning } from '../cells/row-outcome';

/** What each line of a summary bill adds up. */
export type TotalsDimension = 'product' | 'project' | 'region' | 'service' | 'tag';

interface Evidence {
  /** YYYYMMDD. */
  readonly day: number;
  readonly sdkAppId: string | null;
  readonly warnings: readonly RowWarning[];
}

/** A line of a summary bill. Amounts x 10^8; `day` is the first of the month. */
export interface TotalsRow extends Evidence {
  readonly evidence: 'totals';
  readonly dimension: TotalsDimension;
  readonly name: string;
  readonly originalAmount: bigint | null;
  readonly amount: bigint;
  readonly voucher: bigint | null;
  readonly freeCredit: bigint | null;
  readonly sharedIncome: bigint | null;
  readonly cash: bigint | null;
  readonly currency: Currency;
}

/** A money movement. Amounts x 10^8, neither is negative. */
export interface CashRow extends Evidence {
  readonly evidence: 'transactions';
  readonly enteredAt: string;
  readonly type: string;
  readonly channel: string;
  readonly description: string;
  readonly income: bigint;
  readonly expense: bigint;
  readonly balance: bigint | null;
  readonly currency: Currency;
}

/** A package as the console lists it; `day` is the day on which it was bought. */
export interface PackageRow extends Evidence {
  readonly evidence: 'packages';
  readonly packageId: string;
  readonly type: string;
  readonly name: string;
  /** Whole minutes. */
  readonly minutes: number;
  /** Decimal text. */
  readonly remaining: string | null;
  readonly boughtAt: string;
  readonly expiresAt: string | null;
  readonly status: string;
}

/** A deduction as the provider states it. Minutes x 10^8; `day` is the day of the usage. */
export interface DeductionRow extends Evidence {
  readonly evidence: 'deductions';
  readonly packageId: string;
  readonly sdkAppId: string;
  /** null where the row names no tier. */
  readonly item: Item | null;
  readonly deductedAt: string | null;
  readonly usageStart: string | null;
  readonly usageEnd: string | null;
  readonly raw: bigint;
  readonly factor: string | null;
  readonly deducted: bigint;
  readonly balanceBefore: bigint | null;
  readonly balanceAfter: bigint | null;
}

export type EvidenceRow = TotalsRow | CashRow | PackageRow | DeductionRow;
