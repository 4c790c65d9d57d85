import { chosenReplacements, liveExports, type ExportFiles } from '../../store/imports/exports';
import type { ReadableDb, WritableDb } from '../../store/workspace/connection';
import { inStretches } from '../../store/workspace/id-stretches';
import type { Pause } from '../../store/workspace/pause';
import { idRange, rowId } from '../../store/workspace/row-id';

/** One export that counts instead of another in what both speak of. */
export interface Replacing {
  readonly newer: ExportFiles;
  readonly older: ExportFiles;
  readonly how: 'daily' | 'chosen';
}

type Kind = ExportFiles['kind'];

/** Kinds of files that the provider makes anew for the same days. */
export function isReplaceable(kind: string): kind is Kind {
  return kind === 'usage' || kind === 'bill';
}

/** `duplicate_of` of a row that a newer export replaces: row 0 of it, since no single row stands for it. */
export const replacedMark = (newer: ExportFiles) => rowId(newer.exportId, 0);

/** The same for all issues of a month. */
const seriesOf = ({ month, basis, profile }: ExportFiles) =>
  JSON.stringify([month, basis, profile]);

/** Whether both are issues of the same month, each of which holds all of the ones before. */
export function sameSeries(a: ExportFiles, b: ExportFiles): boolean {
  return a.issue !== null && b.issue !== null && seriesOf(a) === seriesOf(b);
}

/**
 * What replaces what among the live exports: of the daily files of a month the later issue the earlier one,
 * whatever the order in which they came, and whatever a person has chosen.
 */
export function replacingExports(db: ReadableDb, kind: Kind): Replacing[] {
  const live = liveExports(db, kind);
  const choices = chosenReplacements(db);
  const chosen = new Set(choices.map(([newer, older]) => `${newer} ${older}`));
  const choosing = new Set(choices.map(([newer]) => newer));
  const series = new Map<string, ExportFiles[]>();
  for (const one of live) {
    if (one.issue === null) continue;
    const of = seriesOf(one);
    series.set(of, [...(series.get(of) ?? []), one]);
  }
  const pairs: Replacing[] = [];
  // Of thousands of files most are alone: only those that may replace another are compared with it.
  for (const newer of live)
    for (const older of choosing.has(newer.exportId) ? live : (series.get(seriesOf(newer)) ?? [])) {
      if (newer.exportId === older.exportId) continue;
      if (chosen.has(`${newer.exportId} ${older.exportId}`))
        pairs.push({ newer, older, how: 'chosen' });
      else if (sameSeries(newer, older) && (newer.issue ?? 0) > (older.issue ?? 0))
        pairs.push({ newer, older, how: 'daily' });
    }
  return pairs;
}

/**
 * SQL that is true for rows `t` that an export speaks of: of a bill those of its payers, of usage those of its
 * applications; within its days, or anywhere in the file where both are named after the same month. Of whom it
 * speaks is asked once, here: the SQL is used for one stretch of rows after the other.
 */
export function spokenOf(db: ReadableDb, newer: ExportFiles, older: ExportFiles): string {
  const ranges = newer.importIds
    .map((id) => `n.id BETWEEN ${idRange(id).join(' AND ')}`)
    .join(' OR ');
  const who =
    newer.kind === 'bill'
      ? oneOf(
          db,
          't.payer_uin',
          `SELECT DISTINCT n.payer_uin AS one FROM bill_lines n WHERE ${ranges}`,
        )
      : oneOf(
          db,
          't.meter_id',
          `SELECT m.id AS one FROM meters m WHERE m.sdk_app_id IN (
             SELECT k.sdk_app_id FROM meters k WHERE k.id IN (
               SELECT n.meter_id FROM usage_rows n WHERE ${ranges}))`,
        );
  const when = sameSeries(newer, older)
    ? 'TRUE'
    : `t.day BETWEEN ${newer.firstDay} AND ${newer.lastDay}`;
  return `${who} AND ${when}`;
}

/** SQL that is true where `column` has one of the values that a query finds under the name `one`. */
function oneOf(db: ReadableDb, column: string, query: string): string {
  const { list } = db
    .prepare<{ list: string }>(`SELECT quote(json_group_array(one)) AS list FROM (${query})`)
    .get() ?? { list: "'[]'" };
  return `${column} IN (SELECT value FROM json_each(${list}))`;
}

const TABLE = { usage: 'usage_rows', bill: 'bill_lines' } as const;

/** Takes back what was found about rows of these days. */
export async function clearMarks(
  db: WritableDb,
  table: string,
  importIds: readonly number[],
  days: readonly [number, number],
  pause: Pause,
  valid: readonly number[] = [],
): Promise<void> {
  const clear = db.prepare(
    `UPDATE ${table} SET duplicate_of = NULL
     WHERE id BETWEEN ? AND ? AND day BETWEEN ? AND ? AND duplicate_of IS NOT NULL
       AND duplicate_of NOT IN (SELECT value FROM json_each(?))`,
  );
  for (const importId of importIds)
    await inStretches(
      db,
      table,
      idRange(importId),
      pause,
      (ids) => void clear.run(...ids, ...days, JSON.stringify(valid)),
    );
}

/**
 * Marks the rows of these days that a newer export replaces, and only those; marks that still hold are left
 * as they are, so that a month of daily files is not written anew every day.
 */
export async function markReplaced(
  db: WritableDb,
  kind: Kind,
  importIds: readonly number[],
  days: readonly [number, number],
  settled: number,
  pause: Pause,
): Promise<void> {
  const replacing = replacingExports(db, kind);
  for (const importId of importIds) {
    const over = replacing.filter(({ older }) => older.importIds.includes(importId));
    // Of what has just changed nothing is believed that was marked before.
    const valid = over
      .filter(({ newer }) => !newer.importIds.includes(settled))
      .map(({ newer }) => replacedMark(newer));
    await clearMarks(db, TABLE[kind], [importId], days, pause, valid);
    for (const { newer, older } of over) {
      const mark = db.prepare(
        `UPDATE ${TABLE[kind]} AS t SET duplicate_of = ?
         WHERE id BETWEEN ? AND ? AND day BETWEEN ? AND ? AND duplicate_of IS NULL
           AND ${spokenOf(db, newer, older)}`,
      );
      await inStretches(
        db,
        TABLE[kind],
        idRange(importId),
        pause,
        (ids) => void mark.run(replacedMark(newer), ...ids, ...days),
      );
    }
  }
}
