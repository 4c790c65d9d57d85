import type { Currency } from '../../../../shared/catalog/site';
import type { BatchForecast, Forecast } from '../../../../shared/contract/import-changes';
import type { ImportSummary } from '../../../../shared/contract/imports';
import { decimal, fromScaled, toText, type Decimal } from '../../../../shared/money/decimal';
import { AMOUNT_SCALE } from '../../store/evidence/bill-lines';
import type { ReadableDb } from '../../store/workspace/connection';
import { countedTotals, type CountedTotals } from '../../store/imports/counted-totals';
import { currencyOfImport } from '../../store/imports/import-currency';
import { findImport } from '../../store/imports/imports';
import { countsOf } from '../../store/imports/restatements';
import type { FoundRestatement } from './restatement';

/** What an import has changed, told before it is taken back: everything that counts, before and after. */
export function forecastOf(
  db: ReadableDb,
  summary: ImportSummary,
  restated: readonly FoundRestatement[],
  before: CountedTotals,
): Forecast {
  const after = countedTotals(db);
  const { path, fileName, sheet, rows, accepted, quarantined, duplicates, ignored } = summary;
  const { firstDay, lastDay, apps } = summary;
  const currency = currencyOfImport(db, summary.id);
  return {
    path,
    fileName,
    sheet,
    rows,
    accepted,
    quarantined,
    duplicates,
    ignored,
    firstDay,
    lastDay,
    apps,
    seconds: Number(after.seconds - before.seconds),
    amount: toText(fromScaled(after.amountE8 - before.amountE8, AMOUNT_SCALE)),
    currency,
    waits: summary.state === 'waiting',
    restates: restated.map(({ older, found }) => {
      const { value, ...counts } = countsOf(found);
      const bill = older.kind === 'bill';
      return {
        importId: older.exportId,
        fileName: findImport(db, older.exportId)?.fileName ?? '',
        ...counts,
        amount: bill ? toText(fromScaled(value, AMOUNT_SCALE)) : null,
        currency: bill ? currency : null,
        seconds: bill ? null : Number(value),
      };
    }),
  };
}

/** All files of a batch together: what each adds beside those before it adds up to what all of them add. */
export function totalOf(files: readonly Forecast[]): BatchForecast['total'] {
  const amounts = new Map<Currency, Decimal>();
  let seconds = 0;
  for (const file of files) {
    seconds += file.seconds;
    if (file.currency === null) continue;
    const before = amounts.get(file.currency) ?? decimal('0');
    amounts.set(file.currency, before.plus(file.amount));
  }
  return {
    seconds,
    amounts: [...amounts].map(([currency, amount]) => ({ currency, amount: toText(amount) })),
  };
}
