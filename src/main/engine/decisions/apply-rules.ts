import { answersOf, usedByRule } from '../../../shared/decisions/rule';
import { appNamesOf } from '../account/account-of-stored-run';
import { hasUndoneSteps } from '../store/history/history-steps';
import { declinedOfRules } from '../store/history/judgements';
import type { OpenWorkspace } from '../store/workspace/workspace-file';
import { requireRun } from '../store/runs/runs';
import { rowsOfFilter } from './chosen-rows';
import { decideRows } from './decide';
import { allDecisions, allRules } from '../store/judgements/judgement-records';

/**
 * After an audit: each automatic rule decides what it is about, one named step per rule. What a person
 * decided, or took back from a rule, is left alone; and while undone steps wait to be redone nothing is put
 * after them: the rows then stand as proposals. Answers how many rows were decided.
 */
export function applyRules({ writable: db }: OpenWorkspace, runId: number): number {
  const rules = allRules(db).filter(({ automatic }) => automatic);
  if (rules.length === 0 || hasUndoneSteps(db)) return 0;
  const names = appNamesOf(requireRun(db, runId));
  const decisions = allDecisions(db);
  const declined = declinedOfRules(db);
  const open = [...rowsOfFilter(db, runId, { onlyDiscrepancies: true }, names)].filter(
    ({ id }) => !decisions.has(id) && !declined.has(id),
  );
  const answers = answersOf(rules, open, usedByRule(decisions.values()));
  const answerOf = new Map(
    answers.flatMap(({ rule, row, stop }) => (stop === null ? [[row.id, rule] as const] : [])),
  );
  let changed = 0;
  for (const rule of rules) {
    const rows = open.filter(({ id }) => answerOf.get(id) === rule);
    if (rows.length === 0) continue;
    const origin = { kind: 'rule', rule: rule.id } as const;
    const wanted = { verdict: rule.verdict, note: rule.note, origin };
    const params = { rule: rule.id, cause: rule.cause };
    changed += decideRows(db, `rule-${rule.verdict}`, rows, () => wanted, params).changed;
  }
  return changed;
}
