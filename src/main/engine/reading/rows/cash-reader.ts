import { CURRENCY_OF_SITE, type Site } from '../../../../shared/catalog/site';
import { shorten } from '../cells/cells';
import type { CashRow } from '../layout/evidence-row';
import { momentText, RowCells, STORED_DECIMALS } from '../cells/row-cells';
import { quarantined, type FieldColumns, type RowRefusal } from '../cells/row-outcome';

/** The billing API counts money movements in hundredths. */
const CENT_DECIMALS = STORED_DECIMALS - 2;

/**
 * Reads the list of money movements (收支明细): income and expense in columns of their own, or (billing API)
 * one signed amount in hundredths.
 */
export function cashReader(
  columns: FieldColumns,
  site: Site,
  inCents: boolean,
): (cells: readonly string[]) => CashRow | RowRefusal {
  return (cells) => {
    const row = new RowCells(columns, cells);
    const time = row.time('time');
    if (!time && !row.refusal) row.missing('time');
    const money = (field: string) => row.scaled(field, inCents ? CENT_DECIMALS : STORED_DECIMALS);
    const signed = money('amount');
    const income = money('income') ?? (signed !== null && signed > 0n ? signed : 0n);
    const expense = money('expense') ?? (signed !== null && signed < 0n ? -signed : 0n);
    const balance = money('balance');
    const currency = row.currency(CURRENCY_OF_SITE[site]);
    if (row.refusal) return row.refusal;
    for (const [field, value] of [
      ['income', income],
      ['expense', expense],
    ] as const)
      if (value < 0n)
        return quarantined(
          'row-negative-movement',
          { value: shorten(row.text(field)) },
          columns.header(field),
        );
    return {
      evidence: 'transactions',
      day: time?.day ?? 0,
      sdkAppId: null,
      warnings: [],
      enteredAt: time ? momentText(time) : '',
      type: row.text('type'),
      channel: row.text('channel'),
      description: row.text('description'),
      income,
      expense,
      balance,
      currency,
    };
  };
}
