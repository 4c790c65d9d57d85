/** Known failures of the engine. Each has its sentence in the locales (`errors.<code>`). */
export const ERROR_CODES = [
  'internal',
  'invalid-input',
  'cancelled',
  'no-workspace',
  'workspace-missing',
  'workspace-exists',
  'workspace-not-recount',
  'workspace-newer',
  'workspace-damaged',
  'workspace-read-only',
  'workspace-locked',
  'workspace-moved',
  'backup-unusable',
  'disk-full',
  'file-missing',
  'file-unreadable',
  'file-empty',
  'file-wrong-kind',
  'file-no-header',
  'mapping-invalid',
  'profile-file-invalid',
  'profile-missing',
  'file-too-wide',
  'file-truncated',
  'files-too-many',
  'folder-missing',
  'folder-read-only',
  'folder-taken',
  'folder-not-made',
  'account-invalid',
  'account-missing',
  'price-missing',
  'price-book-invalid',
  'price-book-faulty',
  'price-book-missing',
  'price-book-other-site',
  'price-day-empty',
  'no-usage',
  'no-row-counts',
  'period-empty',
  'run-missing',
  'run-outdated',
  'decision-missing',
  'attachment-too-big',
  'attachment-missing',
  'file-exists',
  'credit-missing',
  'credit-line-missing',
  'credit-line-taken',
  'match-missing',
  'match-line-other',
  'already-signed',
  'not-prepared',
  'seal-broken',
  'history-sealed',
  'history-overtaken',
  'currencies-differ',
  'job-missing',
  'report-unstamped',
  'dispute-empty',
  'engine-restarting',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/** A failure as a value: `code` names the sentence, `params` fill it, `detail` is for the log and the curious. */
export interface EngineError {
  readonly code: ErrorCode;
  readonly params: Record<string, string | number>;
  readonly detail?: string | undefined;
}

export function engineError(
  code: ErrorCode,
  params: EngineError['params'] = {},
  detail?: string,
): EngineError {
  return detail === undefined ? { code, params } : { code, params, detail };
}

/** Carries an EngineError through code that must throw (stream callbacks, transactions); caught at the boundary. */
export class EngineFailure extends Error {
  override readonly name = 'EngineFailure';
  constructor(readonly error: EngineError) {
    super(`${error.code} ${JSON.stringify(error.params)}`);
  }
}
