import type { Currency } from '../../../../shared/catalog/site';
import type { ReadableDb } from '../workspace/connection';
import { rowsOfImport } from '../workspace/row-id';

/** The currency that most counted bill lines are in; null where no bill was imported. */
export function currencyOfBills(db: ReadableDb): Currency | null {
  const row = db
    .prepare<{ currency: Currency }>(
      `SELECT b.currency FROM imports i CROSS JOIN bill_lines b ON ${rowsOfImport('b')}
       WHERE i.state = 'live' AND i.kind = 'bill' AND b.duplicate_of IS NULL
       GROUP BY b.currency ORDER BY count(*) DESC, b.currency LIMIT 1`,
    )
    .get();
  return row?.currency ?? null;
}
