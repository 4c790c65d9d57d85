import type { ComparisonRow } from '../../../shared/contract/audits';
import type { ActResult } from '../../../shared/contract/decisions';
import type { Decision, DecisionOrigin, Verdict } from '../../../shared/decisions/decision';
import { leadingCause } from '../../../shared/decisions/leading-cause';
import type { Day } from '../../../shared/period/day';
import { canonicalJson } from '../store/canonical-json';
import type { WritableDb } from '../store/workspace/connection';
import { makeStep, type JudgementChange } from '../store/history/judgements';
import { decisionsAbout } from '../store/judgements/judgement-records';

/** What a person says; left out: as it was, or nothing. */
export interface Wanted {
  readonly verdict: Verdict;
  readonly note?: string | undefined;
  readonly dueOn?: Day | null | undefined;
  readonly origin?: DecisionOrigin | undefined;
}

/** The decision about a row as it is now, on the amount as it is now. */
export function decisionOn(
  row: ComparisonRow,
  { verdict, note, dueOn, origin }: Wanted,
  before: Decision | undefined,
  decidedAt: string,
): Decision {
  return {
    key: row.id,
    periodStart: row.periodStart,
    sdkAppId: row.sdkAppId,
    item: row.item,
    verdict,
    note: note ?? before?.note ?? '',
    dueOn: dueOn === undefined ? (before?.dueOn ?? null) : dueOn,
    attachments: before?.attachments ?? [],
    cause: leadingCause(row),
    basis: { difference: row.difference, periodEnd: row.periodEnd },
    decidedAt,
    origin: origin ?? { kind: 'person' },
  };
}

function sameDecision(before: Decision | undefined, after: Decision): boolean {
  return (
    before !== undefined &&
    canonicalJson({ ...before, decidedAt: '' }) === canonicalJson({ ...after, decidedAt: '' })
  );
}

/** Carries out one step over rows; rows that stay as they were are left out of it. */
export function decideRows(
  db: WritableDb,
  title: string,
  rows: readonly ComparisonRow[],
  wantedOf: (row: ComparisonRow, before: Decision | undefined) => Wanted | null,
  params: Readonly<Record<string, string | number>> = {},
): ActResult {
  const before = decisionsAbout(
    db,
    rows.map(({ id }) => id),
  );
  const now = new Date().toISOString();
  const changes = rows.flatMap((row): JudgementChange[] => {
    const had = before.get(row.id);
    const wanted = wantedOf(row, had);
    if (!wanted) return [];
    const after = decisionOn(row, wanted, had, now);
    return sameDecision(had, after) ? [] : [{ kind: 'decision', key: row.id, after }];
  });
  const step = makeStep(db, title, { ...params, count: changes.length }, changes);
  return { step, changed: step === null ? 0 : changes.length };
}

/** Takes decisions away, with the credits that hang on them. */
export function clearDecisions(db: WritableDb, keys: readonly string[]): ActResult {
  const held = [...decisionsAbout(db, keys).keys()];
  const step = makeStep(
    db,
    'clear',
    { count: held.length },
    held.flatMap((key): JudgementChange[] => [
      { kind: 'decision', key, after: null },
      { kind: 'credit', key, after: null },
    ]),
  );
  return { step, changed: step === null ? 0 : held.length };
}
