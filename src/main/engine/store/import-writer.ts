import { itemByRules } from '../../../shared/bill/item-rules';
import type { ImportKind } from '../../../shared/contract/import-kind';
import { invariant } from '../../../shared/invariant';
import type { Issue } from '../../../shared/issue';
import type { BillRow } from '../import/bill-reader';
import type { EvidenceRow } from '../import/evidence-row';
import type { RowRefusal } from '../import/row-outcome';
import type { UsageRow } from '../import/usage-reader';
import type { UsageSource } from '../../../shared/usage/usage-series';
import type { Param, WritableDb } from './connection';
import { countEvidenceWrite } from './evidence-mark';
import { evidenceWriter } from './evidence-writer';
import { itemRules } from './item-rules';
import type { ImportedColumn } from './imported-column';
import { slotId } from './row-id';

/** What is known of a file before its first row is read. */
export interface ImportHead {
  readonly path: string;
  readonly fileName: string;
  readonly size: number;
  readonly container: string;
  /** Of a workbook; else null. */
  readonly sheet: string | null;
  readonly encoding: string;
  readonly delimiter: string;
  readonly headerLine: number;
  readonly kind: ImportKind;
  readonly profile: string;
  readonly columns: readonly ImportedColumn[];
  /** Measurements that a row has room for; see migrations/0010. */
  readonly slots: number;
  /** JSON: what was said of the file that its rows do not say. */
  readonly stated: string;
  /** UTC, ISO 8601. */
  readonly importedAt: string;
}

/** What is known when its last row has been read. Days are YYYYMMDD. */
export interface ImportTally {
  readonly sha256: string;
  readonly profile: string;
  readonly rows: number;
  readonly accepted: number;
  readonly quarantined: number;
  readonly ignored: number;
  readonly firstDay: number | null;
  readonly lastDay: number | null;
  readonly apps: number;
}

/** Begins an import's record; all counts are 0 until {@link closeImport}. Answers its id. */
export function openImport(db: WritableDb, head: ImportHead): number {
  const { lastInsertRowid } = db
    .prepare(
      `INSERT INTO imports (path, file_name, sha256, size, container, sheet, encoding, delimiter,
         header_line, kind, profile, columns, rows, accepted, quarantined, duplicates, ignored,
         first_day, last_day, apps, imported_at, state, slots, stated)
       VALUES (?, ?, '', ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, 0, 0, 0, NULL, NULL, 0, ?, 'live', ?, ?)`,
    )
    .run(
      head.path,
      head.fileName,
      head.size,
      head.container,
      head.sheet,
      head.encoding,
      head.delimiter,
      head.headerLine,
      head.kind,
      head.profile,
      JSON.stringify(head.columns),
      head.importedAt,
      head.slots,
      head.stated,
    );
  return Number(lastInsertRowid);
}

/** Writes the counts. The table's own check refuses them unless every row is accounted for. */
export function closeImport(db: WritableDb, importId: number, tally: ImportTally): void {
  db.prepare(
    `UPDATE imports SET sha256 = ?, profile = ?, rows = ?, accepted = ?, quarantined = ?, ignored = ?,
       first_day = ?, last_day = ?, apps = ? WHERE id = ?`,
  ).run(
    tally.sha256,
    tally.profile,
    tally.rows,
    tally.accepted,
    tally.quarantined,
    tally.ignored,
    tally.firstDay,
    tally.lastDay,
    tally.apps,
    importId,
  );
}

/** Rows per statement: each call into SQLite has a price, whatever it carries. */
const ROWS_AT_ONCE = 50;
const USAGE_COLUMNS = 7;

function insertUsage(rows: number): string {
  const places = `(${'?, '.repeat(USAGE_COLUMNS - 1)}?)`;
  return `INSERT INTO usage_rows (id, meter_id, day, start_second, seconds, minutes_e4, deducted_e4)
    VALUES ${Array<string>(rows).fill(places).join(', ')}`;
}

const BILL_COLUMNS = `id, day, bucket, payer_uin, owner_uin, product, sub_product, billing_mode,
  transaction_type, transaction_id, order_id, resource_id, sdk_app_id, component_type, component_name,
  item, charged_at, usage_start, usage_end, list_price, unit_price, price_unit, quantity, quantity_unit,
  duration, duration_unit, original_amount_e8, discount, amount_e8, voucher_e8, free_credit_e8,
  shared_income_e8, cash_e8, tax_rate, tax_e8, total_with_tax_e8, currency, amount_decimals`;

/** Writes the rows of one import inside the caller's transaction, and is not kept beyond it. */
export interface ImportWriter {
  /** Answers the id of the row's meter. `slot`: the measurement's place in a row that has several. */
  readonly usage: (row: number, value: UsageRow, slot?: number) => number;
  /** Id of the meter that such a row counts. */
  readonly meter: (value: Meter) => number;
  /** As `usage` for a row of one measurement whose meter is known. */
  readonly measured: (
    row: number,
    meter: number,
    day: number,
    startSecond: number | null,
    seconds: number,
    minutesE4: number | null,
    deductedE4: number | null,
  ) => void;
  readonly bill: (row: number, value: BillRow) => void;
  readonly evidence: (row: number, value: EvidenceRow) => void;
  readonly quarantine: (row: number, refusal: RowRefusal, line: number, raw: string) => void;
  readonly issue: (issue: Issue) => void;
  /** A piece of the file's text, compressed, beginning with the row `first`. */
  readonly chunk: (piece: StoredPiece) => void;
  /** Writes what is still held back. */
  readonly flush: () => void;
}

export type Meter = Pick<UsageRow, 'sdkAppId' | 'item' | 'granularity' | 'unit'>;

export interface StoredPiece {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstLine: number;
  readonly firstDay: number | null;
  readonly lastDay: number | null;
  readonly text: Uint8Array;
}

export function importWriter(
  db: WritableDb,
  importId: number,
  source: UsageSource,
  slots: number,
): ImportWriter {
  invariant(db.inTransaction, 'rows of an import are written in a transaction');
  countEvidenceWrite(db);
  const idOf = (row: number, slot = 0) => slotId(importId, row, slots, slot);
  const manyUsage = db.prepare(insertUsage(ROWS_AT_ONCE));
  const oneUsage = db.prepare(insertUsage(1));
  const oneBill = db.prepare(
    `INSERT INTO bill_lines (${BILL_COLUMNS}) VALUES (${'?, '.repeat(BILL_COLUMNS.split(',').length - 1)}?)`,
  );
  const oneQuarantined = db.prepare(
    'INSERT INTO quarantined_rows (id, code, params, line, column_name, raw) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const oneIssue = db.prepare(
    'INSERT INTO import_issues (import_id, severity, code, params, line, column_name) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const oneChunk = db.prepare(
    'INSERT INTO raw_chunks (id, last_id, first_line, first_day, last_day, text) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const meterOf = meterIds(db, source);
  const oneEvidence = evidenceWriter(db);
  const byRules = itemByRules(itemRules(db));
  /** The user's own word comes before what the names look like. */
  const ruledItem = ({ bucket, texts, item }: BillRow) => {
    const ruled = bucket === 'settlement' || bucket === 'adjustment' ? byRules(texts) : undefined;
    return ruled === undefined ? item : ruled;
  };
  let held: Param[] = [];

  const flush = () => {
    for (let at = 0; at < held.length; at += USAGE_COLUMNS)
      oneUsage.run(...held.slice(at, at + USAGE_COLUMNS));
    held = [];
  };
  const hold = (
    id: number,
    meter: number,
    day: number,
    startSecond: number | null,
    seconds: number,
    minutesE4: number | null,
    deductedE4: number | null,
  ) => {
    held.push(id, meter, day, startSecond, seconds, minutesE4, deductedE4);
    if (held.length >= ROWS_AT_ONCE * USAGE_COLUMNS) {
      manyUsage.run(...held);
      held = [];
    }
  };
  return {
    usage: (row, value, slot = 0) => {
      const meter = meterOf(value);
      const { day, startSecond, seconds, minutesE4, deductedE4 } = value;
      hold(idOf(row, slot), meter, day, startSecond, seconds, minutesE4, deductedE4);
      return meter;
    },
    meter: meterOf,
    measured: (row, ...numbers) => hold(idOf(row), ...numbers),
    bill: (row, value) => oneBill.run(idOf(row), ...billParams(value, ruledItem(value))),
    evidence: (row, value) => oneEvidence(idOf(row), value),
    quarantine: (row, refusal, line, raw) =>
      oneQuarantined.run(
        idOf(row),
        refusal.code,
        JSON.stringify(refusal.params),
        line,
        refusal.column,
        raw,
      ),
    issue: ({ severity, code, params, origin }) =>
      oneIssue.run(
        importId,
        severity,
        code,
        JSON.stringify(params),
        origin?.line ?? null,
        origin?.column ?? null,
      ),
    chunk: (piece) =>
      oneChunk.run(
        idOf(piece.firstRow),
        idOf(piece.lastRow, slots - 1),
        piece.firstLine,
        piece.firstDay,
        piece.lastDay,
        piece.text,
      ),
    flush,
  };
}

/** Ids of meters, made as they are met. */
function meterIds(db: WritableDb, source: UsageSource): (row: Meter) => number {
  const known = new Map<string, Map<string, number>>();
  const insert = db.prepare(
    'INSERT OR IGNORE INTO meters (sdk_app_id, item, source, granularity, unit) VALUES (?, ?, ?, ?, ?)',
  );
  const find = db.prepare<{ id: bigint }>(
    'SELECT id FROM meters WHERE sdk_app_id = ? AND item = ? AND source = ? AND granularity = ? AND unit = ?',
  );
  return ({ sdkAppId, item, granularity, unit }) => {
    let ofApp = known.get(sdkAppId);
    if (!ofApp) known.set(sdkAppId, (ofApp = new Map<string, number>()));
    const rest = `${item} ${granularity} ${unit}`;
    const id = ofApp.get(rest);
    if (id !== undefined) return id;
    const params = [sdkAppId, item, source, granularity, unit] as const;
    insert.run(...params);
    const found = find.get(...params);
    invariant(found, 'a meter that was just written is not there');
    ofApp.set(rest, Number(found.id));
    return Number(found.id);
  };
}

function billParams(
  { texts, amounts, numbers, times, ...line }: BillRow,
  item: BillRow['item'],
): Param[] {
  return [
    line.day,
    line.bucket,
    texts.payerUin,
    texts.ownerUin,
    texts.product,
    texts.subProduct,
    texts.billingMode,
    texts.transactionType,
    texts.transactionId,
    texts.orderId,
    texts.resourceId,
    line.sdkAppId,
    texts.componentType,
    texts.componentName,
    item,
    times.chargedAt,
    times.usageStart,
    times.usageEnd,
    numbers.listPrice,
    numbers.unitPrice,
    texts.priceUnit,
    numbers.quantity,
    texts.quantityUnit,
    numbers.duration,
    texts.durationUnit,
    amounts.originalAmount,
    numbers.discount,
    amounts.amount,
    amounts.voucher,
    amounts.freeCredit,
    amounts.sharedIncome,
    amounts.cash,
    numbers.taxRate,
    amounts.tax,
    amounts.totalWithTax,
    line.currency,
    line.amountDecimals,
  ];
}
