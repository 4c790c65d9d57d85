import type { Currency } from '../../../../shared/catalog/site';
import type { ReadableDb } from '../workspace/connection';
import { idRange } from '../workspace/row-id';

/** The currency of a bill's first line; null where an import has none. */
export function currencyOfImport(db: ReadableDb, importId: number): Currency | null {
  const found = db
    .prepare<{
      currency: Currency;
    }>('SELECT currency FROM bill_lines WHERE id BETWEEN ? AND ? ORDER BY id LIMIT 1')
    .get(...idRange(importId));
  return found?.currency ?? null;
}
