import type { Citation } from './citation';

export type TraceUnit = 'seconds' | 'minutes' | 'amount' | 'price' | 'factor' | 'text';

/**
 * One step of the arithmetic behind a number, as data. The sentence is in the locales
 * (`rules.<rule>`), filled with `inputs`; `value` is what the step yields.
 */
export interface TraceStep {
  /** Identity of the rule, e.g. `meter.day-ceiling`; stable, listed in docs/money.md. */
  readonly rule: string;
  readonly inputs: Readonly<Record<string, string | number>>;
  readonly value: string;
  readonly unit: TraceUnit;
  readonly citation?: Citation | undefined;
}
