/** Where a computation stands: a place at which it can be left, and how far it is. */
export interface AuditStep {
  readonly phase: 'comparing';
  readonly done: number;
  /** null: not known. */
  readonly total: number | null;
}

/** Takes all steps at once. A caller that must stay responsive takes them one by one instead. */
export function finish<Result>(steps: Generator<AuditStep, Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
