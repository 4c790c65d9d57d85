import type { Citation } from '../citation';
import type { Day } from '../period/day';
import type { Account, BillMonthBasis, MinutePackage, SettlementKind } from './account';

/** What one derived or stated fact is, and why: shown in Settings, in reports and in the terminal. */
export interface DerivedFact {
  /** e.g. `settlement`, `billMonthBasis`, `trial`, `package:<id>`, `meteringScope`. */
  readonly fact: string;
  readonly value: string;
  /** Sentence in the locales (`derived.<reason>`), filled with params. */
  readonly reason: string;
  readonly params: Readonly<Record<string, string | number>>;
  /** Where it can be looked up, as the account says; only for a fact that the account states itself. */
  readonly reference?: string | undefined;
  /** The provider's text that the fact follows, where it is not part of a policy or a price. */
  readonly citation?: Citation | undefined;
}

/** A source of free or prepaid minutes with the days on which it can be drawn. */
export interface TrialWindow {
  readonly minutes: number;
  readonly from: Day;
  /** Last usable day. */
  readonly through: Day;
}

export interface PackageWindow {
  readonly pack: MinutePackage;
  /** First usable day (the purchase day; before 2020-08-31 the 1st of its month). */
  readonly from: Day;
  /** Last usable day. */
  readonly through: Day;
  readonly minutes: number;
}

/** The account with everything that follows from it filled in. Computed by `deriveFacts`. */
export interface AccountFacts {
  readonly account: Account;
  readonly firstAppOn: Day | null;
  readonly settlement: SettlementKind;
  readonly billMonthBasis: BillMonthBasis;
  readonly meteringScope: 'application' | 'account';
  readonly meteringPeriod: 'day' | 'month';
  /** China: the one trial, or none. International: none here, see the free-minute rules by usage day. */
  readonly trial: TrialWindow | null;
  /** In draw-down order: earliest expiry, then earliest purchase, then id as text. */
  readonly packages: readonly PackageWindow[];
  readonly derived: readonly DerivedFact[];
}
