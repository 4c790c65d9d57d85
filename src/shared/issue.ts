/** A problem in the data, as a value: it is listed and shown, it never stops the work. */

/**
 * error: something was left out of the sums (a row in quarantine, a line that cannot be read);
 * warning: counted, but a person should look; note: worth knowing.
 */
export type Severity = 'error' | 'warning' | 'note';

/** Where in the user's files a problem, a row or a number comes from. `line` counts from 1. */
export interface Origin {
  readonly file: string;
  readonly sheet?: string | undefined;
  readonly line?: number | undefined;
  readonly column?: string | undefined;
}

/**
 * `code` names the sentence (locales: `issues.<code>`), `params` fill it.
 * Amounts in params are decimal text, so that each language can format them.
 */
export interface Issue {
  readonly severity: Severity;
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly origin?: Origin | undefined;
}
