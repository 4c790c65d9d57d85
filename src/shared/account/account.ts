import type { Item } from '../catalog/item';
import type { Site } from '../catalog/site';
import type { Decimal } from '../money/decimal';
import type { Day } from '../period/day';
import type { LocalTime } from '../period/local-time';
import type { PolicyChoices } from './policy';
import type { References } from './stated-facts';

/**
 * The account as the user states it (account.json). What is left out is derived, with its reason
 * (see derive.ts); `null` where it is allowed means "none", which is not the same as left out.
 * Names that end in `On` are days that are included; `from` / `to` pairs are half-open.
 */
export interface Account {
  readonly name: string;
  readonly site: Site;
  readonly uin: string;
  readonly registeredOn?: Day | undefined;
  readonly firstAppOn?: Day | undefined;
  readonly apps: readonly App[];
  /** null: never enabled. Left out: not known. */
  readonly payAsYouGo?: PayAsYouGo | null | undefined;
  /** null: no trial. Left out: derived. */
  readonly trial?: TrialGrant | null | undefined;
  readonly packages: readonly MinutePackage[];
  readonly contract: readonly ContractTerm[];
  readonly settlement?: SettlementKind | undefined;
  readonly billMonthBasis?: BillMonthBasis | undefined;
  readonly policy: PolicyChoices;
  /** Where stated facts and chosen policies can be looked up. */
  readonly references?: References | undefined;
  /** From what size on a difference matters to the user; it is shown all the same. */
  readonly limits?: DifferenceLimits | undefined;
}

/** Where both are given the tighter one holds. */
export interface DifferenceLimits {
  /** In the account's currency. */
  readonly absolute?: Decimal | undefined;
  /** Of the expected amount: 1 is one per cent. */
  readonly percent?: Decimal | undefined;
}

export interface App {
  readonly sdkAppId: string;
  readonly name?: string | undefined;
  readonly createdOn?: Day | undefined;
}

/** How pay-as-you-go came to be on: chosen with the first app, switched in the console, or after a package. */
export type PayAsYouGoMethod = 'first-app' | 'console' | 'automatic';

export interface PayAsYouGo {
  readonly enabledOn: Day;
  readonly method: PayAsYouGoMethod;
}

/** A balance known part-way: `minutes` were left at 00:00 of `asOf`. */
export interface RemainingBalance {
  readonly asOf: Day;
  readonly minutes: number;
}

export interface TrialGrant {
  readonly grantedOn: Day;
  /** 10,000 where left out. */
  readonly minutes?: number | undefined;
  readonly expiresOn?: Day | undefined;
  readonly remaining?: RemainingBalance | undefined;
  /** Where the grant can be looked up. */
  readonly reference?: string | undefined;
}

/** The one tier an old single-type package covers (2019-10-11 to 2020-03). */
export type SingleTypeTier = 'audio' | 'sd' | 'hd';

export interface MinutePackage {
  readonly id: string;
  readonly name?: string | undefined;
  readonly minutes: number;
  readonly purchasedAt: LocalTime;
  /** Last usable day; derived from the purchase day where left out. */
  readonly expiresOn?: Day | undefined;
  readonly price?: Decimal | undefined;
  /** sdkAppIds it covers; empty: all. */
  readonly apps: readonly string[];
  readonly tier?: SingleTypeTier | undefined;
  readonly remaining?: RemainingBalance | undefined;
  /** Where the purchase or another expiry can be looked up. */
  readonly reference?: string | undefined;
}

/** One agreed price: for one item, from a day, either a factor on the list price or a price of its own. */
export interface ContractTerm {
  readonly item: Item;
  /** Factor on the list price ("0.9" = pay 90 %). Exactly one of `discount` and `price` is there. */
  readonly discount?: Decimal | undefined;
  /** Per 1,000 minutes (per Mbps for bandwidth). */
  readonly price?: Decimal | undefined;
  readonly from: Day;
  readonly to?: Day | undefined;
  readonly reference: string;
}

export type SettlementKind = 'daily' | 'monthly';
/** usage: a bill's month is the month of use. deduction: the month in which the money was taken. */
export type BillMonthBasis = 'usage' | 'deduction';
