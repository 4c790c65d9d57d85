import type { Input, Output } from '../../../shared/contract/contract';
import type { ActResult } from '../../../shared/contract/decisions';
import { answersOf, usedByRule, type RuleStop } from '../../../shared/decisions/rule';
import { decimal, toText, ZERO } from '../../../shared/money/decimal';
import type { ReadableDb, WritableDb } from '../store/workspace/connection';
import { makeStep } from '../store/history/judgements';
import { newestRunIds } from '../store/runs/newest-runs';
import { rowsOfFilter } from './chosen-rows';
import { allDecisions, allRules, type StoredRule } from '../store/judgements/judgement-records';

const keyOf = (id: number) => String(id).padStart(6, '0');

/** Numbers go on from the highest that ever stood in the workspace, so that "rule 3" is one rule for ever. */
function nextNumber(db: ReadableDb): number {
  const row = db
    .prepare<{ key: string | null }>(
      "SELECT max(key) AS key FROM judgement_changes WHERE kind = 'rule'",
    )
    .get();
  return Number(row?.key ?? 0) + 1;
}

export function addRule(db: WritableDb, given: Input<'rules.add'>): ActResult {
  const id = nextNumber(db);
  const cap = toText(decimal(given.cap));
  const rule: StoredRule = {
    ...given,
    id,
    cap,
    madeAt: new Date().toISOString(),
    endedAt: null,
  };
  const params = { rule: id, cause: rule.cause };
  const step = makeStep(db, 'add-rule', params, [{ kind: 'rule', key: keyOf(id), after: rule }]);
  return { step, changed: 1 };
}

/** Ends a rule; what it decided stays. A rule that is not there, or ended before, changes nothing. */
export function endRule(db: WritableDb, id: number): ActResult {
  const rule = allRules(db).find((one) => one.id === id);
  if (!rule || rule.endedAt !== null) return { step: null, changed: 0 };
  const after = { ...rule, endedAt: new Date().toISOString() };
  const step = makeStep(db, 'end-rule', { rule: id, cause: rule.cause }, [
    { kind: 'rule', key: keyOf(id), after },
  ]);
  return { step, changed: 1 };
}

/** A page of the rules: what each decided, and whether it left something of the newest audits because it came to its end. */
export function rulePage(
  db: ReadableDb,
  { offset, limit }: Input<'rules.list'>,
): Output<'rules.list'> {
  const rules = allRules(db);
  const page = rules.slice(offset, offset + limit);
  if (page.length === 0) return { total: rules.length, rows: [] };
  const decisions = allDecisions(db);
  const used = usedByRule(decisions.values());
  const stops = new Map<number, RuleStop>();
  for (const runId of newestRunIds(db)) {
    const open = [...rowsOfFilter(db, runId, { onlyDiscrepancies: true })].filter(
      ({ id }) => !decisions.has(id),
    );
    for (const { rule, stop } of answersOf(rules, open, used))
      if (stop !== null) stops.set(rule.id, stop);
  }
  const rows = page.map((rule) => ({
    ...rule,
    used: toText(used.get(rule.id) ?? ZERO),
    decided: [...decisions.values()].filter(
      ({ origin }) => origin.kind === 'rule' && origin.rule === rule.id,
    ).length,
    stopped: stops.get(rule.id) ?? null,
  }));
  return { total: rules.length, rows };
}
