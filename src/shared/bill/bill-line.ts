import type { Item } from '../catalog/item';
import type { Currency } from '../catalog/site';
import type { Decimal } from '../money/decimal';
import type { Origin } from '../issue';
import type { LocalTime } from '../period/local-time';

/**
 * settlement: a pay-as-you-go charge for TRTC usage, what the audit recomputes. All others are listed
 * and summed beside it, never a mismatch.
 */
export const BUCKETS = [
  'settlement',
  'package-purchase',
  'package-refund',
  'adjustment',
  'credit',
  'tax',
  'precision',
  'other-trtc',
  'other-product',
] as const;
export type Bucket = (typeof BUCKETS)[number];

/**
 * One line of a bill. Numbers are as printed; null means the cell was empty or "-" (contract
 * customers see no list price). Formulas and their source: billing field dictionary, docs/money.md.
 */
export interface BillLine {
  /** Row id in the workspace. */
  readonly id: number;
  /** The file that brought the line, without asking where in it the line stands. */
  readonly importId: number;
  readonly origin: Origin;
  readonly bucket: Bucket;
  readonly payerUin: string;
  readonly ownerUin: string;
  readonly product: string;
  readonly subProduct: string;
  readonly billingMode: string;
  readonly transactionType: string;
  readonly transactionId: string;
  readonly orderId: string;
  readonly resourceId: string;
  /** The application where the line names one (post-paid TRTC lines: the resource id). */
  readonly sdkAppId: string | null;
  readonly componentType: string;
  readonly componentName: string;
  readonly item: Item | null;
  /** When the money was taken. */
  readonly chargedAt: LocalTime | null;
  readonly usageStart: LocalTime | null;
  /** Inclusive end as printed (…23:59:59). */
  readonly usageEnd: LocalTime | null;
  readonly listPrice: Decimal | null;
  readonly unitPrice: Decimal | null;
  readonly priceUnit: string;
  readonly quantity: Decimal | null;
  readonly quantityUnit: string;
  readonly duration: Decimal | null;
  readonly durationUnit: string;
  readonly originalAmount: Decimal | null;
  readonly discount: Decimal | null;
  /** After discount, before tax and vouchers: the amount that is reconciled. */
  readonly amount: Decimal;
  readonly voucher: Decimal | null;
  readonly freeCredit: Decimal | null;
  readonly sharedIncome: Decimal | null;
  readonly cash: Decimal | null;
  readonly taxRate: Decimal | null;
  readonly tax: Decimal | null;
  readonly totalWithTax: Decimal | null;
  readonly currency: Currency;
  /** Decimals to which the file prints amounts: 8 in a bill detail, 2 in a bill by resource. */
  readonly amountDecimals: number;
}
