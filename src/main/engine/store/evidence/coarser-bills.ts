import type { Currency } from '../../../../shared/catalog/site';
import { decimal, fromScaled, type Decimal } from '../../../../shared/money/decimal';
import type { BillTotal } from '../../../../shared/reconcile/evidence/evidence';
import type { ReadableDb } from '../workspace/connection';
import { dayOfNumber } from '../../../../shared/period/day-number';
import { isOfLiveImport } from '../workspace/row-id';

const E8 = 8;

interface SumRow {
  import_id: bigint;
  file_name: string;
  sheet: string | null;
  month: bigint;
  product: string;
  currency: Currency;
  lines: bigint;
  decimals: bigint;
  amount: bigint;
  cash: bigint | null;
}

/** Half a unit of the last printed decimal, for each line; none where all 8 are printed. */
function roundingOf({ decimals, lines }: Pick<SumRow, 'decimals' | 'lines'>): Decimal {
  return decimal(decimals >= 8n ? 0 : lines)
    .times('0.5')
    .times(decimal(10).pow(-Number(decimals)));
}

/**
 * What bills that do not count, since a finer one holds their lines, say of each month and product. Only
 * months of which they hold nothing that counts: of the others the finer bill is not the whole.
 */
export function coarserTotals(db: ReadableDb): BillTotal[] {
  return db
    .prepare<SumRow>(
      `SELECT i.id AS import_id, i.file_name, i.sheet, b.day / 100 AS month, b.product, b.currency,
         count(*) AS lines, min(b.amount_decimals) AS decimals, sum(b.amount_e8) AS amount,
         CASE WHEN count(b.cash_e8) = count(*) THEN sum(b.cash_e8) END AS cash
       FROM import_issues s JOIN imports i ON i.id = s.import_id
       JOIN bill_lines b ON b.id BETWEEN i.id << 32 AND (i.id << 32) + 4294967295
       WHERE s.code = 'rows-at-finer-level' AND ${isOfLiveImport('b')}
       GROUP BY i.id, month, b.product, b.currency
       HAVING count(b.duplicate_of) = count(*)
       ORDER BY i.id, month, min(b.id)`,
    )
    .all()
    .map((row) => ({
      origin: { file: row.file_name, ...(row.sheet === null ? {} : { sheet: row.sheet }) },
      month: dayOfNumber(row.month * 100n + 1n),
      dimension: 'product',
      name: row.product,
      amount: fromScaled(row.amount, E8),
      voucher: null,
      freeCredit: null,
      cash: row.cash === null ? null : fromScaled(row.cash, E8),
      currency: row.currency,
      rounding: roundingOf(row),
    }));
}
