import type { Output } from '../../../shared/contract/contract';
import type { ActResult } from '../../../shared/contract/decisions';
import { EngineFailure, engineError } from '../../../shared/contract/error';
import type { Item } from '../../../shared/catalog/item';
import type { Period } from '../../../shared/period/period';
import { billLineRow } from '../audit/bill-line-row';
import { billLinesById } from '../store/bill-lines';
import { metSides, type MetSidesOfRow } from '../store/comparison-sides';
import type { ReadableDb, WritableDb } from '../store/connection';
import { makeStep, type JudgementChange } from '../store/judgements';
import { countedLineKeys, lineKeysAmong } from '../store/line-identities';
import { confirmationKey } from './confirmed-matches';
import { allPins } from './judgement-records';

export interface MatchOfRow {
  readonly runId: number;
  readonly comparisonId: string;
}

/** Throws `run-missing` where the run has no such comparison, `match-missing` where it has no line. */
function requireSides(db: ReadableDb, { runId, comparisonId }: MatchOfRow): MetSidesOfRow {
  const sides = metSides(db, runId, [comparisonId]).get(comparisonId);
  if (!sides)
    throw new EngineFailure(engineError('run-missing', { run: runId, comparison: comparisonId }));
  if (sides.lines === 0) throw new EngineFailure(engineError('match-missing'));
  return sides;
}

function keysOf(db: ReadableDb, { billLineIds }: MetSidesOfRow): string[] {
  const keys = countedLineKeys(db);
  return billLineIds.flatMap((id) => keys.get(id) ?? []);
}

function step(db: WritableDb, title: string, changes: readonly JudgementChange[]): ActResult {
  const made = makeStep(db, title, { count: changes.length }, changes);
  return { step: made, changed: made === null ? 0 : changes.length };
}

export function confirmMatch(db: WritableDb, row: MatchOfRow): ActResult {
  const { billLineIds } = requireSides(db, row);
  const lineKeys = [...lineKeysAmong(db, billLineIds).values()].sort();
  const after = { kind: 'confirmed', comparisonId: row.comparisonId, lineKeys };
  return step(db, 'confirm-match', [
    { kind: 'pin', key: confirmationKey(row.comparisonId), after },
  ]);
}

/** Both sides must be there: a line that met nothing has no match to be undone. */
export function splitMatch(db: WritableDb, row: MatchOfRow): ActResult {
  const sides = requireSides(db, row);
  if (sides.charges === 0) throw new EngineFailure(engineError('match-missing'));
  return step(
    db,
    'split-match',
    keysOf(db, sides).map((lineKey) => ({
      kind: 'pin',
      key: `line ${lineKey}`,
      after: { kind: 'apart', lineKey },
    })),
  );
}

export function placeLines(
  db: WritableDb,
  row: MatchOfRow,
  place: { readonly sdkAppId: string; readonly item: Item; readonly period: Period },
): ActResult {
  const { sdkAppId, item, period } = place;
  return step(
    db,
    'place-lines',
    keysOf(db, requireSides(db, row)).map((lineKey) => ({
      kind: 'pin',
      key: `line ${lineKey}`,
      after: { kind: 'placed', lineKey, sdkAppId, item, ...period },
    })),
  );
}

export function forgetPin(db: WritableDb, key: string): ActResult {
  return step(db, 'forget-match', [{ kind: 'pin', key, after: null }]);
}

/** What a person said about matches, with the line where it is imported. */
export function pinViews(db: ReadableDb): Output<'matches.pins'> {
  const pins = [...allPins(db)];
  if (pins.length === 0) return [];
  const idOf = new Map([...countedLineKeys(db)].map(([id, key]) => [key, id]));
  return pins.map(([key, pin]) => {
    const id = pin.kind === 'confirmed' ? undefined : idOf.get(pin.lineKey);
    const [line] = id === undefined ? [] : billLinesById(db, [id]);
    return { key, pin, line: line ? billLineRow(line) : null };
  });
}
