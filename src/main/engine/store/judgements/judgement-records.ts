import type { z } from 'zod';
import type {
  decisionRuleSchema,
  decisionSchema,
  promisedCreditSchema,
  StoredPin,
} from '../../../../shared/contract/decision-records';
import type { MatchPin } from '../../../../shared/reconcile/match/match-pin';
import type { ReadableDb } from '../workspace/connection';
import {
  judgementMark,
  judgementTexts,
  judgementTextsOf,
  type JudgementKind,
} from '../history/judgements';

export type StoredDecision = z.infer<typeof decisionSchema>;
export type StoredRule = z.infer<typeof decisionRuleSchema>;
export type StoredCredit = z.infer<typeof promisedCreditSchema>;

// Bodies are written by `makeStep` from these very types.
function parsed<T>(rows: readonly { key: string; body: string }[]): ReadonlyMap<string, T> {
  return new Map(rows.map(({ key, body }) => [key, JSON.parse(body) as T]));
}

interface Known {
  readonly mark: string;
  readonly records: Map<JudgementKind, ReadonlyMap<string, unknown>>;
}
/** What was read through each connection last; it goes with the connection. */
const KNOWN = new WeakMap<ReadableDb, Known>();

/** Every page of rows asks for them, and they are read and parsed again only when something was decided. */
function all<T>(db: ReadableDb, kind: JudgementKind): ReadonlyMap<string, T> {
  const mark = judgementMark(db);
  const last = KNOWN.get(db);
  const known: Known =
    last?.mark === mark
      ? last
      : { mark, records: new Map<JudgementKind, ReadonlyMap<string, unknown>>() };
  KNOWN.set(db, known);
  const records = known.records.get(kind) ?? parsed<T>(judgementTexts(db, kind));
  known.records.set(kind, records);
  return records as ReadonlyMap<string, T>;
}

/** Every decision by its key. */
export function allDecisions(db: ReadableDb): ReadonlyMap<string, StoredDecision> {
  return all(db, 'decision');
}

const IN_ORDER = new WeakMap<ReadonlyMap<string, StoredDecision>, readonly StoredDecision[]>();

const compareText = (a: string, b: string) => (a === b ? 0 : a < b ? -1 : 1);

/** Every decision, by day and then by key: sorted once for the decisions as they are. */
export function decisionsInOrder(db: ReadableDb): readonly StoredDecision[] {
  const decisions = allDecisions(db);
  const sorted =
    IN_ORDER.get(decisions) ??
    [...decisions.values()].sort(
      (a, b) => compareText(a.periodStart, b.periodStart) || compareText(a.key, b.key),
    );
  IN_ORDER.set(decisions, sorted);
  return sorted;
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
