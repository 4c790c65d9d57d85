import type { Day } from '../period/day';

/**
 * Choices where the provider's documents conflict or are silent. Each has a default that is visible in
 * every run and can be changed by the user (see policies.ts for defaults, reasons and sources).
 */
export interface PolicyChoices {
  /** U8: a balance covers whole raw minutes only. */
  readonly wholeMinutes?: 'whole' | undefined;
  /** C4: whether seconds are summed per application or per account before they become minutes. */
  readonly meteringScope?: 'application' | 'account' | undefined;
  /** C3: left out, it follows the settlement kind. */
  readonly meteringPeriod?: 'day' | 'month' | undefined;
  /** C1: an audio-only stream received beside a video stream. */
  readonly audioBesideVideo?: 'none' | 'legacy-extra' | undefined;
  /** First usage day of the per-cycle free minutes of the international site. */
  readonly intlFreeCycleFrom?: Day | undefined;
  /** Which package is drawn first where several are usable. */
  readonly packageOrder?: 'expiry-first' | 'purchase-first' | 'narrow-scope-first' | undefined;
  /** C7: apps created on or after this day are charged for recording by input duration. */
  readonly recordingCutOver?: '2022-08-01' | '2022-07-20' | undefined;
  /** C9: what follows when the last paid package ends and nothing is stated about pay-as-you-go. */
  readonly afterPackage?: 'as-billed' | 'pay-as-you-go' | 'stopped' | undefined;
  /** C12: price of the advanced dashboard's overage, CNY per 1,000 minutes. */
  readonly dashboardAdvancedOverage?: '2.99' | '0.95' | undefined;
}
