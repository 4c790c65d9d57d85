import type { Issue } from '../../../shared/issue';
import { decimal, toText, ZERO, type Decimal } from '../../../shared/money/decimal';
import { round } from '../../../shared/money/round';
import { contains, type Period } from '../../../shared/period/period';
import { cleanCell, isProblem, momentCell, numberCell } from '../reading/cells/cells';
import { replacingExports } from '../import/settle/replaced-rows';
import { usageUnit } from '../reading/cells/usage-quantity';
import type { ReadableDb } from '../store/workspace/connection';
import { dayOfNumber } from '../../../shared/period/day-number';
import { openQuarantine, type OpenRow } from '../store/imports/quarantine';

/** Imports that a newer one replaces: its own rows in quarantine stand for theirs. */
function replacedImports(db: ReadableDb): ReadonlySet<number> {
  return new Set(
    (['bill', 'usage'] as const).flatMap((kind) =>
      replacingExports(db, kind).flatMap(({ older }) => older.importIds),
    ),
  );
}

interface Bound {
  count: number;
  /** Sum of what can be read, without sign. */
  most: Decimal;
  /** Rows whose quantity cannot be read either. */
  unknown: number;
}

/**
 * What the totals leave out: rows in quarantine, and how much they can be at most, by what can be read of them.
 * A row whose day cannot be read may be of any period. One issue for bills, one for usage.
 */
export function excludedRows(db: ReadableDb, period: Period | null): Issue[] {
  const bounds = { bill: newBound(), usage: newBound() };
  const history = replacedImports(db);
  for (const row of openQuarantine(db)) {
    if (history.has(row.importId)) continue;
    if (row.kind !== 'bill' && row.kind !== 'usage') continue;
    if (period && isOutside(row, period)) continue;
    const bound = bounds[row.kind];
    const most = row.kind === 'bill' ? amountOf(row) : minutesOf(row);
    bound.count += 1;
    if (most === null) bound.unknown += 1;
    else bound.most = bound.most.plus(most.abs());
  }
  return [
    ...issueOf('rows-excluded-bill', bounds.bill, (most) => ({ mostAmount: toText(most) })),
    ...issueOf('rows-excluded-usage', bounds.usage, (most) => ({
      mostMinutes: round(most, 0, 'up').toNumber(),
    })),
  ];
}

const newBound = (): Bound => ({ count: 0, most: ZERO, unknown: 0 });

function issueOf(
  code: string,
  { count, most, unknown }: Bound,
  params: (most: Decimal) => Issue['params'],
): Issue[] {
  if (count === 0) return [];
  const severity = 'error';
  if (unknown === 0) return [{ severity, code, params: { count, ...params(most) } }];
  if (unknown === count) return [{ severity, code: `${code}-none-known`, params: { count } }];
  return [{ severity, code: `${code}-unknown`, params: { count, unknown, ...params(most) } }];
}

/** Cells of a row whose shape is that of its header; of any other no cell is where its name says. */
function cellOf({ cells, fields }: OpenRow, field: string): string {
  const index = cells.length === fields.length ? fields.indexOf(field) : -1;
  return index < 0 ? '' : cleanCell(cells[index] ?? '');
}

function isOutside(row: OpenRow, period: Period): boolean {
  for (const field of ['usageStart', 'day', 'start', 'chargedAt']) {
    const moment = momentCell(cellOf(row, field));
    if (moment) return !contains(period, dayOfNumber(moment.day));
  }
  return false;
}

function amountOf(row: OpenRow): Decimal | null {
  return numberOf(cellOf(row, 'amount'));
}

function minutesOf(row: OpenRow): Decimal | null {
  const value = numberOf(cellOf(row, 'value'));
  const unit = usageUnit(cellOf(row, 'unit'));
  if (value === null || unit === null) return null;
  const scaled = value.times(unit.factor);
  return unit.unit === 'minutes' ? scaled : scaled.div(60);
}

function numberOf(cell: string): Decimal | null {
  const value = numberCell(cell);
  return value === null || isProblem(value) ? null : decimal(value);
}
