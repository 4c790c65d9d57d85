/** How far some work was at a moment, in milliseconds of a clock that never goes back. */
export interface Standing {
  readonly at: number;
  readonly done: number;
}

/** Before so much has passed, and so much is done, nobody can tell. */
const LEAST_MS = 2_000;
const LEAST_PART = 0.02;

/** Seconds until `total`, going on as fast as since `begun`; null where it is too early to tell. */
export function secondsLeft(begun: Standing, now: Standing, total: number): number | null {
  const passed = now.at - begun.at;
  const part = (now.done - begun.done) / total;
  if (passed < LEAST_MS || !(part >= LEAST_PART)) return null;
  return Math.ceil((Math.max(0, total - now.done) / total / part) * (passed / 1000));
}

/** Seconds as they are said: in steps of five below a minute, in whole minutes from there on; never less than what is left. */
export function saidLeft(seconds: number): { readonly unit: 'seconds' | 'minutes'; count: number } {
  const steps = Math.max(5, Math.ceil(seconds / 5) * 5);
  return steps < 60
    ? { unit: 'seconds', count: steps }
    : { unit: 'minutes', count: Math.ceil(seconds / 60) };
}
