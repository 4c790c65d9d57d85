import type { RawRow } from '../../../../shared/contract/audits';
import type { RestatedRowView, Restatement } from '../../../../shared/contract/import-changes';
import { fromScaled, toText } from '../../../../shared/money/decimal';
import { cleanCell } from '../../reading/cells/cells';
import { headerName } from '../../reading/layout/header-name';
import { AMOUNT_SCALE } from './bill-lines';
import type { ReadableDb } from '../workspace/connection';
import { currencyOfImport } from '../imports/import-currency';
import type { Page } from '../imports/imports';
import { rawRows } from '../imports/raw-rows';
import type { Period } from '../../../../shared/period/period';
import { chosenReplacements } from '../imports/exports';
import { RESTATED_DAYS, restatedDays } from './restated-in-period';

interface RestatementRow {
  id: bigint;
  newer_id: bigint;
  older_id: bigint;
  found_at: string;
  unchanged: bigint;
  changed: bigint;
  added: bigint;
  gone: bigint;
  amount_e8: bigint | null;
  seconds: bigint | null;
  kind: 'usage' | 'bill';
  newer_name: string;
  older_name: string;
  in_force: bigint;
}

const amountText = (scaled: bigint | null) =>
  scaled === null ? null : toText(fromScaled(scaled, AMOUNT_SCALE));
const number = (value: bigint | null) => (value === null ? null : Number(value));

/** Everything that the provider was found to have restated, the latest first. */
export function restatements(db: ReadableDb): Restatement[] {
  const chosen = new Set(chosenReplacements(db).map((pair) => pair.join(' ')));
  return db
    .prepare<RestatementRow>(
      `SELECT r.*, n.kind, n.file_name AS newer_name, o.file_name AS older_name,
         n.state = 'live' AND o.state = 'live' AS in_force
       FROM restatements r JOIN imports n ON n.id = r.newer_id JOIN imports o ON o.id = r.older_id
       ORDER BY r.id DESC`,
    )
    .all()
    .map((row) => ({
      id: Number(row.id),
      kind: row.kind,
      how: chosen.has(`${row.newer_id} ${row.older_id}`) ? 'chosen' : 'daily',
      newer: { importId: Number(row.newer_id), fileName: row.newer_name },
      older: { importId: Number(row.older_id), fileName: row.older_name },
      foundAt: row.found_at,
      unchanged: Number(row.unchanged),
      changed: Number(row.changed),
      added: Number(row.added),
      gone: Number(row.gone),
      amount: amountText(row.amount_e8),
      currency: currencyOfImport(db, Number(row.newer_id)),
      seconds: number(row.seconds),
      inForce: row.in_force === 1n,
    }));
}

interface RestatedRow {
  change: RestatedRowView['change'];
  older_row: bigint | null;
  newer_row: bigint | null;
  amount_e8: bigint | null;
  seconds: bigint | null;
}

/** The rows of one restatement (of a period: those of its days) with their cells on both sides, as they stand in the two files. */
export function restatedRowPage(
  db: ReadableDb,
  restatementId: number,
  page: { readonly offset: number; readonly limit: number },
  period: Period | null = null,
): Page<RestatedRowView> {
  const where = `w.restatement_id = ? AND ${RESTATED_DAYS}`;
  const days = restatedDays(period);
  const total = db
    .prepare<{ n: bigint }>(`SELECT count(*) AS n FROM restated_rows w WHERE ${where}`)
    .get(restatementId, ...days);
  const rows = db
    .prepare<RestatedRow>(
      `SELECT change, older_row, newer_row, amount_e8, seconds FROM restated_rows w
       WHERE ${where} ORDER BY position LIMIT ? OFFSET ?`,
    )
    .all(restatementId, ...days, page.limit, page.offset);
  const textOf = textsOf(
    db,
    rows.flatMap(({ older_row, newer_row }) => [older_row ?? [], newer_row ?? []].flat()),
  );
  return {
    total: Number(total?.n ?? 0),
    rows: rows.map((row): RestatedRowView => {
      const [older, newer] = [textOf(row.older_row), textOf(row.newer_row)];
      return {
        change: row.change,
        older: older ? { origin: older.origin, cells: older.cells } : null,
        newer: newer ? { origin: newer.origin, cells: newer.cells } : null,
        cells: differing(older, newer),
        amount: amountText(row.amount_e8),
        seconds: number(row.seconds),
      };
    }),
  };
}

/** Rows by id as they stand in their files; read in their order, so that neighbours share the work. */
function textsOf(db: ReadableDb, ids: readonly bigint[]): (id: bigint | null) => RawRow | null {
  const inOrder = [...new Set(ids.map(Number))].sort((a, b) => a - b);
  const found = rawRows(db, inOrder);
  const texts = new Map(inOrder.map((id, index) => [id, found[index] ?? null]));
  return (id) => (id === null ? null : (texts.get(Number(id)) ?? null));
}

interface Side {
  readonly header: readonly string[];
  readonly cells: readonly string[];
}

/** The cells that differ, by the name of their column; of a row that stands on one side only, those with text. */
function differing(older: Side | null, newer: Side | null): RestatedRowView['cells'] {
  const named = (side: Side | null) =>
    new Map(
      (side?.header ?? []).map((column, index) => [
        headerName(column),
        { column, cell: cleanCell(side?.cells[index] ?? '') },
      ]),
    );
  const before = named(older);
  const after = named(newer);
  return [...new Map([...before, ...after])].flatMap(([name, { column }]) => {
    const [was, is] = [before.get(name)?.cell ?? '', after.get(name)?.cell ?? ''];
    return was === is ? [] : [{ column, older: was, newer: is }];
  });
}
