import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  methods,
  type Input,
  type MethodName,
  type Output,
} from '../../src/shared/contract/contract';
import { day } from '../../src/shared/period/day';

/**
 * What the window asks of the sample month, and where the engine's answer to it is kept. The engine's test writes
 * and compares the answers; the window's tests draw its parts from them. So neither side can change alone.
 */
const period = { from: day('2023-06-01'), to: day('2023-07-01') };
const inRun = { runId: 1 };
const inPackage = { ...inRun, source: '2000009001' };
/** Use of the trial that the bill charges all the same: the third largest difference. */
export const EXPLAINED_CAUSE = 'trial-not-applied';

export const QUESTIONS = {
  'audits.latest': { period },
  'audits.findings': inRun,
  'audits.evidence': inRun,
  'audits.comparisons': {
    ...inRun,
    offset: 0,
    limit: 10,
    filter: { onlyDiscrepancies: true },
    sort: { by: 'magnitude', descending: true },
  },
  'packages.list': inRun,
  'packages.days': inPackage,
  'packages.drawdowns': { ...inPackage, day: day('2023-06-17'), offset: 0, limit: 500 },
  'account.get': {},
  'prices.books': {},
} as const satisfies { [M in MethodName]?: Input<M> };
export type GoldenMethod = keyof typeof QUESTIONS | 'audits.explain';

export const goldenFile = (method: GoldenMethod) =>
  join(import.meta.dirname, '../golden', `${method}.json`);

/** An answer as the engine's test wrote it, read by the contract of today. */
export function golden<M extends GoldenMethod>(method: M): Output<M> {
  const written: unknown = JSON.parse(readFileSync(goldenFile(method), 'utf8'));
  return methods[method].output.parse(written) as Output<M>;
}
