import type { Account } from '../../account/account';
import type { BillLine, Bucket } from '../../bill/bill-line';
import type { Currency } from '../../catalog/site';
import type { Drawdown } from '../../drawdown/drawdown';
import type { Issue } from '../../issue';
import type { Decimal } from '../../money/decimal';
import type { Period } from '../../period/period';
import type { PriceBook } from '../../pricing/price-book';
import type { Charge } from '../../settlement/charge';
import type { UsageLedger } from '../../usage/usage-series';
import type { Comparison } from './discrepancy';
import type { MatchPin } from '../match/match-pin';

/** Everything an audit depends on. The same input gives the same result, byte for byte. */
export interface AuditInput {
  readonly account: Account;
  readonly priceBook: PriceBook;
  readonly usage: UsageLedger;
  readonly billLines: readonly BillLine[];
  /** Charges that start inside are reported; usage before still feeds the balances. null: all. */
  readonly period: Period | null;
  /** Lines that a person placed elsewhere or took out of a match. */
  readonly pins?: readonly MatchPin[] | undefined;
}

export interface AuditTotals {
  /** TRTC settlement lines after discount, before tax and vouchers, repeated lines included. */
  readonly billed: Decimal;
  readonly expected: Decimal;
  /** billed - expected = explained + unexplained. */
  readonly difference: Decimal;
  readonly explained: Decimal;
  readonly unexplained: Decimal;
  readonly otherLines: Decimal;
}

export interface OtherLines {
  readonly bucket: Exclude<Bucket, 'settlement'>;
  readonly amount: Decimal;
  readonly lineIds: readonly number[];
}

export interface AuditResult {
  readonly currency: Currency;
  readonly period: Period | null;
  readonly totals: AuditTotals;
  readonly charges: readonly Charge[];
  readonly drawdowns: readonly Drawdown[];
  /** All of them, matched ones too, in (periodStart, sdkAppId, item) order. */
  readonly comparisons: readonly Comparison[];
  readonly otherLines: readonly OtherLines[];
  readonly issues: readonly Issue[];
}
