import { day } from '../../../../shared/period/day';
import { monthOf, type Period } from '../../../../shared/period/period';
import type { ReadableDb } from '../workspace/connection';
import { rowsOfImport } from '../workspace/row-id';

/** A calendar month that has something to audit. */
export interface MonthSize {
  readonly period: Period;
  readonly usageRows: number;
  /** Settlement lines whose use begins in the month. */
  readonly billLines: number;
}

interface MonthRow {
  month: bigint;
  usage_rows: bigint;
  bill_lines: bigint;
}

/**
 * Months with counted usage rows or settlement lines, newest first. Grouped by the expression, not by its name: imports have a
 * column `month` of their own, which SQLite would take instead.
 */
export function monthsWithRows(db: ReadableDb): MonthSize[] {
  return db
    .prepare<MonthRow>(
      `SELECT month, sum(usage_rows) AS usage_rows, sum(bill_lines) AS bill_lines FROM (
         SELECT u.day / 100 AS month, count(*) AS usage_rows, 0 AS bill_lines
         FROM imports i CROSS JOIN usage_rows u ON ${rowsOfImport('u')}
         WHERE i.state = 'live' AND i.kind = 'usage' AND u.duplicate_of IS NULL
         GROUP BY u.day / 100
         UNION ALL
         SELECT b.day / 100 AS month, 0 AS usage_rows, count(*) AS bill_lines
         FROM imports i CROSS JOIN bill_lines b ON ${rowsOfImport('b')}
         WHERE i.state = 'live' AND i.kind = 'bill' AND b.duplicate_of IS NULL
           AND b.bucket = 'settlement'
         GROUP BY b.day / 100
       ) GROUP BY month ORDER BY month DESC`,
    )
    .all()
    .map((row) => {
      const text = row.month.toString();
      return {
        period: monthOf(day(`${text.slice(0, 4)}-${text.slice(4, 6)}-01`)),
        usageRows: Number(row.usage_rows),
        billLines: Number(row.bill_lines),
      };
    });
}
