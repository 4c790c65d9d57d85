/** Where a rule or a figure was published, so that a reader can follow a number to its source. */
export interface Citation {
  /** The document as the provider names it (file or page). */
  readonly document: string;
  /** Date of the text that was read (YYYY-MM-DD, or YYYY-MM, or YYYY). */
  readonly date: string;
  /** The figure or sentence as printed there, in a few words. */
  readonly printed: string;
  /** seen: read in the source; inferred: our reading of it, open to correction. */
  readonly evidence: 'seen' | 'inferred';
}
