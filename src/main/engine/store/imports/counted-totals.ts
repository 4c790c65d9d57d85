import type { ReadableDb } from '../workspace/connection';
import { rowsOfImport } from '../workspace/row-id';

/** Everything that counts, summed: what an import changes is the difference of two of these. */
export interface CountedTotals {
  readonly usageRows: number;
  readonly seconds: bigint;
  readonly billLines: number;
  /** Of all lines, x 10^8. */
  readonly amountE8: bigint;
}

interface SumRow {
  rows: bigint;
  sum: bigint | null;
}

export function countedTotals(db: ReadableDb): CountedTotals {
  const counted = (table: string, kind: string, column: string) =>
    db
      .prepare<SumRow>(
        `SELECT count(t.id) AS rows, sum(t.${column}) AS sum
         FROM imports i CROSS JOIN ${table} t ON ${rowsOfImport('t')}
         WHERE i.state = 'live' AND i.kind = '${kind}' AND t.duplicate_of IS NULL`,
      )
      .get();
  const usage = counted('usage_rows', 'usage', 'seconds');
  const bill = counted('bill_lines', 'bill', 'amount_e8');
  return {
    usageRows: Number(usage?.rows ?? 0n),
    seconds: usage?.sum ?? 0n,
    billLines: Number(bill?.rows ?? 0n),
    amountE8: bill?.sum ?? 0n,
  };
}
