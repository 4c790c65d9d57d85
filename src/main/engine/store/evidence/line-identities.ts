import { lineKeys } from '../../../../shared/bill/line-key';
import { localTime } from '../../../../shared/period/local-time';
import { fromScaled } from '../../../../shared/money/decimal';
import { AMOUNT_SCALE } from './bill-lines';
import type { ReadableDb } from '../workspace/connection';
import { rowsOfImport } from '../workspace/row-id';

interface IdentityRow {
  id: bigint;
  transaction_id: string;
  order_id: string;
  resource_id: string;
  component_type: string;
  component_name: string;
  charged_at: string | null;
  usage_start: string | null;
  usage_end: string | null;
  amount_e8: bigint;
}

const COLUMNS = `b.id, b.transaction_id, b.order_id, b.resource_id, b.component_type, b.component_name,
  b.charged_at, b.usage_start, b.usage_end, b.amount_e8`;

function keysOf(rows: readonly IdentityRow[]): ReadonlyMap<number, string> {
  const time = (text: string | null) => (text === null ? null : localTime(text));
  return lineKeys(
    rows.map((row) => ({
      id: Number(row.id),
      transactionId: row.transaction_id,
      orderId: row.order_id,
      resourceId: row.resource_id,
      componentType: row.component_type,
      componentName: row.component_name,
      chargedAt: time(row.charged_at),
      usageStart: time(row.usage_start),
      usageEnd: time(row.usage_end),
      amount: fromScaled(row.amount_e8, AMOUNT_SCALE),
    })),
  );
}

/** Key of every counted line of the live bills, by row id; see shared/bill/line-key.ts. */
export function countedLineKeys(db: ReadableDb): ReadonlyMap<number, string> {
  return keysOf(
    db
      .prepare<IdentityRow>(
        `SELECT ${COLUMNS} FROM imports i CROSS JOIN bill_lines b ON ${rowsOfImport('b')}
         WHERE i.state = 'live' AND i.kind = 'bill' AND b.duplicate_of IS NULL`,
      )
      .all(),
  );
}

/** Keys of these lines alone: lines that print the same are numbered among themselves. */
export function lineKeysAmong(db: ReadableDb, ids: readonly number[]): ReadonlyMap<number, string> {
  return keysOf(
    db
      .prepare<IdentityRow>(
        `SELECT ${COLUMNS} FROM bill_lines b WHERE b.id IN (SELECT value FROM json_each(?))`,
      )
      .all(JSON.stringify(ids)),
  );
}
