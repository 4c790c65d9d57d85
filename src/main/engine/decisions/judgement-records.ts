import type { z } from 'zod';
import type {
  decisionRuleSchema,
  decisionSchema,
  promisedCreditSchema,
  StoredPin,
} from '../../../shared/contract/decision-records';
import type { MatchPin } from '../../../shared/reconcile/match-pin';
import type { ReadableDb } from '../store/connection';
import { judgementTexts, judgementTextsOf, type JudgementKind } from '../store/judgements';

export type StoredDecision = z.infer<typeof decisionSchema>;
export type StoredRule = z.infer<typeof decisionRuleSchema>;
export type StoredCredit = z.infer<typeof promisedCreditSchema>;

// Bodies are written by `makeStep` from these very types.
function parsed<T>(rows: readonly { key: string; body: string }[]): ReadonlyMap<string, T> {
  return new Map(rows.map(({ key, body }) => [key, JSON.parse(body) as T]));
}
function all<T>(db: ReadableDb, kind: JudgementKind): ReadonlyMap<string, T> {
  return parsed<T>(judgementTexts(db, kind));
}

/** Every decision by its key. */
export function allDecisions(db: ReadableDb): ReadonlyMap<string, StoredDecision> {
  return all(db, 'decision');
}

/** The decisions about these comparisons, by comparison id; those without one are left out. */
export function decisionsAbout(
  db: ReadableDb,
  comparisonIds: readonly string[],
): ReadonlyMap<string, StoredDecision> {
  return parsed(judgementTextsOf(db, 'decision', comparisonIds));
}

export function allRules(db: ReadableDb): StoredRule[] {
  return [...all<StoredRule>(db, 'rule').values()].sort((a, b) => a.id - b.id);
}

export function allCredits(db: ReadableDb): ReadonlyMap<string, StoredCredit> {
  return all(db, 'credit');
}

export function allPins(db: ReadableDb): ReadonlyMap<string, StoredPin> {
  return all(db, 'pin');
}

/** The pins that an audit carries out; confirmations change no number. In a fixed order. */
export function auditPins(db: ReadableDb): MatchPin[] {
  return [...allPins(db).values()].flatMap((pin) => (pin.kind === 'confirmed' ? [] : [pin]));
}
