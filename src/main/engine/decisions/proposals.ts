import type { ComparisonRow } from '../../../shared/contract/audits';
import type { Proposal } from '../../../shared/contract/decision-records';
import { EarlierDecisions } from '../../../shared/decisions/carry-over';
import { answersOf, usedByRule } from '../../../shared/decisions/rule';
import type { ReadableDb } from '../store/workspace/connection';
import { allDecisions, allRules } from '../store/judgements/judgement-records';

type Decisions = ReturnType<typeof allDecisions>;

interface Prepared {
  readonly earlier: EarlierDecisions;
  readonly used: ReturnType<typeof usedByRule>;
}
/** Made once for the decisions as they are: a page of rows does not sort them all again. */
const PREPARED = new WeakMap<Decisions, Prepared>();

function preparedOf(decisions: Decisions): Prepared {
  const known = PREPARED.get(decisions);
  if (known) return known;
  const fresh = {
    earlier: new EarlierDecisions(decisions.values()),
    used: usedByRule(decisions.values()),
  };
  PREPARED.set(decisions, fresh);
  return fresh;
}

/**
 * Says what could be decided about rows that nobody decided. Rules go before carry-over: they were made to
 * repeat. A rule's cap counts from what it decided, row by row in the order given.
 */
export function proposer(
  db: ReadableDb,
): (rows: readonly ComparisonRow[]) => ReadonlyMap<string, Proposal> {
  const decisions = allDecisions(db);
  const rules = allRules(db);
  if (decisions.size === 0 && rules.length === 0) return () => new Map();
  const { earlier, used } = preparedOf(decisions);
  return (rows) => {
    const open = rows.filter(
      ({ id, status }) =>
        !decisions.has(id) && status !== 'matched' && status !== 'within-tolerance',
    );
    const proposals = new Map<string, Proposal>();
    for (const row of open) {
      const before = earlier.for(row);
      if (before)
        proposals.set(row.id, {
          verdict: before.verdict,
          origin: { kind: 'carried', from: before.key },
          note: before.note,
        });
    }
    for (const { rule, row, stop } of answersOf(rules, open, used))
      if (stop === null)
        proposals.set(row.id, {
          verdict: rule.verdict,
          origin: { kind: 'rule', rule: rule.id },
          note: rule.note,
        });
    return proposals;
  };
}
