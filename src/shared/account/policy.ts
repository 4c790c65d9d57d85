/**
 * Choices where the provider's documents conflict or are silent. Each has a default that is visible in
 * every run and can be changed by the user. More are added by the rule that needs them.
 */
export interface PolicyChoices {
  readonly wholeMinutes?: 'whole' | undefined;
  /** C4: whether seconds are summed per application or per account before they become minutes. */
  readonly meteringScope?: 'application' | 'account' | undefined;
  /** C3: left out, it follows the settlement kind. */
  readonly meteringPeriod?: 'day' | 'month' | undefined;
  /** C1: an audio-only stream received beside a video stream. */
  readonly audioBesideVideo?: 'none' | 'legacy-extra' | undefined;
  /** First usage day of the per-cycle free minutes of the international site. */
  readonly intlFreeCycleFrom?: string | undefined;
}
