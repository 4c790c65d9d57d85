import { CURRENCY_OF_SITE, type Site } from '../../../../shared/catalog/site';
import { monthCell } from '../cells/month-cell';
import type { TotalsDimension, TotalsRow } from '../layout/evidence-row';
import { RowCells } from '../cells/row-cells';
import { quarantined, type FieldColumns, type RowRefusal } from '../cells/row-outcome';
import { shorten } from '../cells/cells';

/** Reads the lines of a summary bill (L1): sums of a month that its single lines must come to. */
export function totalsReader(
  columns: FieldColumns,
  dimension: TotalsDimension,
  site: Site,
): (cells: readonly string[]) => TotalsRow | RowRefusal {
  return (cells) => {
    const row = new RowCells(columns, cells);
    const monthText = row.text('month');
    if (monthText === '') row.missing('month');
    const day = monthCell(monthText);
    if (day === null && monthText !== '')
      return quarantined('row-bad-month', { value: shorten(monthText) }, columns.header('month'));
    const name = row.text('name');
    if (name === '') row.missing('name');
    const value = {
      evidence: 'totals' as const,
      day: day ?? 0,
      sdkAppId: null,
      warnings: [],
      dimension,
      name,
      originalAmount: row.scaled('originalAmount'),
      amount: row.requiredScaled('amount'),
      voucher: row.scaled('voucher'),
      freeCredit: row.scaled('freeCredit'),
      sharedIncome: row.scaled('sharedIncome'),
      cash: row.scaled('cash'),
      currency: row.currency(CURRENCY_OF_SITE[site]),
    };
    return row.refusal ?? value;
  };
}
