import type { ImportKind } from '../../../../shared/contract/import-kind';

/** Where the rows of each kind of file are kept; all have an id, a day, and whose duplicate they are. */
export const TABLE_OF_KIND: Readonly<Record<ImportKind, string>> = {
  usage: 'usage_rows',
  bill: 'bill_lines',
  totals: 'bill_totals',
  transactions: 'cash_entries',
  packages: 'listed_packages',
  deductions: 'stated_deductions',
};
