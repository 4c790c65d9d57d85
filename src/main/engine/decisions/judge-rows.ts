import type { z } from 'zod';
import { decimal, toText } from '../../../shared/money/decimal';
import type { ComparisonRow } from '../../../shared/contract/audits';
import type { DecisionView, judgementFields } from '../../../shared/contract/decision-records';
import { stillStands } from '../../../shared/decisions/decision';
import { isWithinLimit, limitOf } from '../../../shared/decisions/limit';
import { matchReasons } from '../../../shared/reconcile/compare/match-reason';
import { accountOfStoredRun } from '../account/account-of-stored-run';
import { metSides } from '../store/runs/comparison-sides';
import type { ReadableDb } from '../store/workspace/connection';
import type { StoredRun } from '../store/runs/runs';
import { confirmedMatches } from './confirmed-matches';
import { decisionsAbout } from '../store/judgements/judgement-records';
import { proposer } from './proposals';

type Judgement = {
  [Field in keyof typeof judgementFields]: z.infer<(typeof judgementFields)[Field]>;
};

/** The decision about a comparison and whether it still stands; null where there is none. */
export function decisionViewOf(
  decision: Omit<DecisionView, 'stands'> | undefined,
  row: ComparisonRow,
): DecisionView | null {
  return decision ? { ...decision, stands: stillStands(decision, row) } : null;
}

/** Rows of a run with what a person decided, could decide, and set as limits. */
export function judgedRows<Row extends ComparisonRow>(
  db: ReadableDb,
  run: StoredRun,
  rows: readonly Row[],
): (Row & Judgement)[] {
  const ids = rows.map(({ id }) => id);
  const decisions = decisionsAbout(db, ids);
  const proposals = proposer(db)(rows);
  const { limits = {} } = accountOfStoredRun(run);
  const sides = metSides(db, run.id, ids);
  const confirmed = confirmedMatches(db, sides);
  return rows.map((row) => {
    const [difference, expected] = [decimal(row.difference), decimal(row.expectedAmount)];
    const limit = limitOf(expected, limits);
    const met = sides.get(row.id);
    return {
      ...row,
      decision: decisionViewOf(decisions.get(row.id), row),
      proposal: proposals.get(row.id) ?? null,
      limit: limit && toText(limit),
      withinLimit: isWithinLimit(difference, expected, limits),
      matchReasons: met ? matchReasons({ ...met, sdkAppId: row.sdkAppId }) : [],
      matchConfirmed: confirmed.has(row.id),
    };
  });
}
