import {
  restating,
  type ComparableRow,
  type RestatedRows,
} from '../../../../shared/bill/restated-rows';
import { chooseReplacement, liveExports, type ExportFiles } from '../../store/imports/exports';
import type { ReadableDb, WritableDb } from '../../store/workspace/connection';
import type { Pause } from '../../store/workspace/pause';
import {
  comparableRows,
  countsOf,
  dropRestatement,
  saveRestatement,
} from '../../store/imports/restatements';
import { spokenOf, sameSeries } from './replaced-rows';
import { rowIdentities } from './row-identities';

/**
 * What changed between two exports of the same days, row by row. Rows of the newer one on days behind the
 * older one's last are its continuation, no change.
 */
export async function restatementOf(
  db: ReadableDb,
  newer: ExportFiles,
  older: ExportFiles,
  pause: Pause,
): Promise<RestatedRows> {
  const within = `t.day BETWEEN ${older.firstDay} AND ${older.lastDay}`;
  const steps = restating(
    await withIdentities(db, older, spokenOf(db, newer, older), pause),
    await withIdentities(db, newer, within, pause),
  );
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await pause(step.value);
  }
}

async function withIdentities(
  db: ReadableDb,
  files: ExportFiles,
  where: string,
  pause: Pause,
): Promise<ComparableRow[]> {
  const rows = await comparableRows(db, files, where, pause);
  const found: ComparableRow[] = [];
  const days = [files.firstDay, files.lastDay] as const;
  for (const importId of files.importIds)
    for await (const identified of rowIdentities(db, importId, days, pause))
      for (const { id, identity } of identified) {
        const row = rows.get(id);
        if (row) found.push({ ...row, identity: Buffer.from(identity).toString('base64') });
      }
  return found;
}

/** Above this an export is not compared row by row with others: all of its rows would be held at once. */
const COMPARED_ROWS = 300_000;

function isComparable(...exports: readonly ExportFiles[]): boolean {
  return exports.every(({ rows }) => rows <= COMPARED_ROWS);
}

/** Whether it is a restatement at all: something that stood in both is not the same any more. */
export function isRestated(found: RestatedRows): boolean {
  const { unchanged, changed, gone } = countsOf(found);
  return changed > 0 || (gone > 0 && unchanged > 0);
}

export interface FoundRestatement {
  readonly newer: ExportFiles;
  readonly older: ExportFiles;
  readonly found: RestatedRows;
}

/** The exports of the same kind of file and of the same days as this one that say something else about them. */
export async function restatedBy(
  db: ReadableDb,
  exportId: number,
  pause: Pause,
): Promise<FoundRestatement[]> {
  const restated: FoundRestatement[] = [];
  for (const newer of exportsOf(db, exportId))
    for (const older of liveExports(db, newer.kind)) {
      const meets =
        older.exportId !== newer.exportId &&
        older.profile === newer.profile &&
        older.firstDay <= newer.lastDay &&
        older.lastDay >= newer.firstDay;
      // The issues of one month replace each other by themselves.
      if (!meets || !isComparable(newer, older)) continue;
      if (sameSeries(newer, older) && newer.issue !== older.issue) continue;
      const found = await restatementOf(db, newer, older, pause);
      if (isRestated(found)) restated.push({ newer, older, found });
    }
  return restated;
}

function exportsOf(db: ReadableDb, exportId: number): ExportFiles[] {
  return [...liveExports(db, 'bill'), ...liveExports(db, 'usage')].filter(
    (files) => files.exportId === exportId,
  );
}

/** Lets an export count instead of those that it restates, and keeps what changed. The caller settles after it. */
export async function replaceRestated(
  db: WritableDb,
  restated: readonly FoundRestatement[],
  now: string,
  pause: Pause,
): Promise<void> {
  for (const { newer, older, found } of restated) {
    chooseReplacement(db, newer.exportId, older.exportId, now);
    await saveRestatement(db, newer, older, found, now, pause);
  }
}

/**
 * Keeps what changed from each issue of a month to the next, of those that are there: what came or went in
 * between makes other neighbours.
 */
export async function settleIssues(
  db: WritableDb,
  exportId: number,
  pause: Pause,
  now: string,
): Promise<void> {
  const all = liveExports(db, 'bill');
  const { month } = db
    .prepare<{ month: bigint | null }>('SELECT month FROM imports WHERE id = ?')
    .get(exportId) ?? { month: null };
  if (month === null) return;
  const ofMonth = all
    .filter((files) => files.month === Number(month) && files.issue !== null)
    .sort((a, b) => (a.issue ?? 0) - (b.issue ?? 0) || a.exportId - b.exportId);
  for (const newer of ofMonth) {
    const before = ofMonth.filter(
      (older) => sameSeries(older, newer) && (older.issue ?? 0) < (newer.issue ?? 0),
    );
    const neighbour = before.at(-1);
    for (const older of before) {
      const known = db
        .prepare('SELECT 1 FROM restatements WHERE newer_id = ? AND older_id = ?')
        .get(newer.exportId, older.exportId);
      if (older !== neighbour) {
        if (known) await dropRestatement(db, newer.exportId, older.exportId, pause);
        continue;
      }
      const concerned = newer.exportId === exportId || older.exportId === exportId;
      if ((known && !concerned) || !isComparable(newer, older)) continue;
      const found = await restatementOf(db, newer, older, pause);
      if (isRestated(found)) await saveRestatement(db, newer, older, found, now, pause);
      else if (known) await dropRestatement(db, newer.exportId, older.exportId, pause);
    }
  }
}
