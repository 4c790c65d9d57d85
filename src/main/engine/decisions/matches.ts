import type { BillLine } from '../../../shared/bill/bill-line';
import type { Input, Output } from '../../../shared/contract/contract';
import type { ActResult } from '../../../shared/contract/decisions';
import { EngineFailure, engineError } from '../../../shared/contract/error';
import type { MatchedLines } from '../../../shared/contract/matches';
import type { Item } from '../../../shared/catalog/item';
import type { Period } from '../../../shared/period/period';
import { appNamesOf } from '../account/account-of-stored-run';
import { billLineRow } from '../audit/bill-line-row';
import { billLinesById } from '../store/evidence/bill-lines';
import { comparisonOfLine, metSides, type MetSidesOfRow } from '../store/runs/comparison-sides';
import type { ReadableDb, WritableDb } from '../store/workspace/connection';
import { makeStep, type JudgementChange } from '../store/history/judgements';
import { countedLineKeys, lineKeysAmong } from '../store/evidence/line-identities';
import { requireComparison } from '../store/runs/run-comparisons';
import { requireRun } from '../store/runs/runs';
import { confirmationKey } from './confirmed-matches';
import { allPins } from '../store/judgements/judgement-records';
import { judgedRows } from './judge-rows';

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

/** The keys of lines that are charges for use; throws `match-line-other` where one of them is not. */
function keysOf(db: ReadableDb, lineIds: readonly number[]): string[] {
  if (!billLinesById(db, lineIds).every(isComparable))
    throw new EngineFailure(engineError('match-line-other'));
  const keys = countedLineKeys(db);
  return lineIds.flatMap((id) => keys.get(id) ?? []);
}

function isComparable({ bucket }: BillLine): boolean {
  return bucket === 'settlement';
}

const pinKey = (lineKey: string) => `line ${lineKey}`;

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

/** Of a whole comparison both sides must be there: a line that met nothing has no match to be undone. */
export function splitMatch(db: WritableDb, of: MatchedLines): ActResult {
  const lineIds = 'lineIds' in of ? of.lineIds : matchedLineIds(db, of);
  return step(
    db,
    'split-match',
    keysOf(db, lineIds).map((lineKey) => ({
      kind: 'pin',
      key: pinKey(lineKey),
      after: { kind: 'apart', lineKey },
    })),
  );
}

function matchedLineIds(db: ReadableDb, row: MatchOfRow): readonly number[] {
  const { charges, billLineIds } = requireSides(db, row);
  if (charges === 0) throw new EngineFailure(engineError('match-missing'));
  return billLineIds;
}

export function placeLines(
  db: WritableDb,
  of: MatchedLines,
  place: { readonly sdkAppId: string; readonly item: Item; readonly period: Period },
): ActResult {
  const lineIds = 'lineIds' in of ? of.lineIds : requireSides(db, of).billLineIds;
  const { sdkAppId, item, period } = place;
  return step(
    db,
    'place-lines',
    keysOf(db, lineIds).map((lineKey) => ({
      kind: 'pin',
      key: pinKey(lineKey),
      after: { kind: 'placed', lineKey, sdkAppId, item, from: period.from, to: period.to },
    })),
  );
}

/** What a line met in a run, and what a person said about it. Throws `run-missing`. */
export function matchOfLine(
  db: ReadableDb,
  { runId, lineId }: { readonly runId: number; readonly lineId: number },
): Output<'matches.line'> {
  const run = requireRun(db, runId);
  const [line] = billLinesById(db, [lineId]);
  if (!line || !isComparable(line)) return { comparable: false, comparison: null, pin: null };
  const id = comparisonOfLine(db, runId, lineId);
  const [comparison] =
    id === null
      ? []
      : judgedRows(db, run, [requireComparison(db, runId, id, appNamesOf(run)).comparison]);
  const pins = allPins(db);
  const key = pins.size === 0 ? '' : pinKey(countedLineKeys(db).get(lineId) ?? '');
  const pin = pins.get(key);
  return { comparable: true, comparison: comparison ?? null, pin: pin ? { key, pin } : null };
}

export function forgetPin(db: WritableDb, key: string): ActResult {
  return step(db, 'forget-match', [{ kind: 'pin', key, after: null }]);
}

/** A page of what a person said about matches, with the line where it is imported. */
export function pinPage(
  db: ReadableDb,
  { offset, limit, lineIds }: Input<'matches.pins'>,
): Output<'matches.pins'> {
  const all = [...allPins(db)];
  if (all.length === 0) return { total: 0, rows: [] };
  const keyOf = countedLineKeys(db);
  const wanted = lineIds && new Set(lineIds.map((id) => pinKey(keyOf.get(id) ?? '')));
  const pins = wanted ? all.filter(([key]) => wanted.has(key)) : all;
  const idOf = new Map([...keyOf].map(([id, key]) => [key, id]));
  const rows = pins.slice(offset, offset + limit).map(([key, pin]) => {
    const id = pin.kind === 'confirmed' ? undefined : idOf.get(pin.lineKey);
    const [line] = id === undefined ? [] : billLinesById(db, [id]);
    return { key, pin, line: line ? billLineRow(line) : null };
  });
  return { total: pins.length, rows };
}
