import { invariant } from '../../../shared/invariant';
import type { UsageSource } from '../../../shared/usage/usage-series';
import { billReader, type BillRow } from './bill-reader';
import { cleanCell } from './cells';
import { headerName } from './header-name';
import type { Layout } from './layout';
import { fieldColumns, ignored, quarantined, type RowRefusal } from './row-outcome';
import { usageReader, type UsageRow } from './usage-reader';

/** What the rows of a file are read as, one by one. */
export type RowReader =
  | { readonly kind: 'usage'; readonly read: (cells: readonly string[]) => UsageRow | RowRefusal }
  | { readonly kind: 'bill'; readonly read: (cells: readonly string[]) => BillRow | RowRefusal };

const TOTALS = new Set(['合计', '总计', '小计', '汇总', 'total', 'grandtotal', 'subtotal', 'sum']);

/** Rows that are no records: totals, a header printed again, blank ones. Null: a row to be read. */
function notARecord(cells: readonly string[], header: readonly string[]): RowRefusal | null {
  const firstText = cells.find((cell) => cell.trim() !== '');
  if (firstText === undefined) return ignored('rows-blank');
  const name = headerName(cleanCell(firstText)).replace(/[:：]$/, '');
  if (TOTALS.has(name)) return ignored('rows-total');
  if (
    cells.length === header.length &&
    cells.every((cell, index) => headerName(cell) === header[index])
  )
    return ignored('rows-repeated-header');
  return null;
}

/**
 * The reader for a layout. Before a row's cells are believed it must have the shape of the header: a row
 * that is longer or shorter has its values under wrong names.
 */
export function rowReader(layout: Layout): RowReader {
  const { profile, fields, header } = layout;
  const columns = fieldColumns(fields, header);
  const names = header.map(headerName);
  const width = header.length;
  const shaped = <T>(read: (cells: readonly string[]) => T) => {
    return (cells: readonly string[]): T | RowRefusal => {
      // A record begins with a day or an account id; only what does not is looked at as a whole.
      const first = (cells[0] ?? '').charCodeAt(0);
      const isRecord = cells.length === width && first >= 0x30 && first <= 0x39;
      const refusal = isRecord ? null : notARecord(cells, names);
      if (refusal) return refusal;
      if (cells.length !== width)
        return quarantined(cells.length > width ? 'row-too-long' : 'row-too-short', {
          expected: width,
          found: cells.length,
        });
      return read(cells);
    };
  };
  return profile.kind === 'usage'
    ? { kind: 'usage', read: shaped(usageReader(columns)) }
    : { kind: 'bill', read: shaped(billReader(columns, profile.site)) };
}

/** Which of the provider's exports the usage rows of a profile come from. */
export function sourceOf(layout: Layout): UsageSource {
  if (layout.profile.kind === 'bill') return 'billing';
  invariant(layout.profile.source, `profile ${layout.profile.id} names no source`);
  return layout.profile.source;
}

/** A usage export in days and one in 5-minute rows are two forms of one profile. */
export function profileName(layout: Layout, first: UsageRow | BillRow | null): string {
  if (layout.profile.kind === 'bill' || !first || !('granularity' in first))
    return layout.profile.id;
  return `${layout.profile.id}-${first.granularity === 'day' ? 'daily' : '5-minute'}`;
}
