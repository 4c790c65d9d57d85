import { invariant } from '../../../../shared/invariant';
import type { UsageSource } from '../../../../shared/usage/usage-series';
import { billReader } from './bill-reader';
import { cashReader } from './cash-reader';
import { cleanCell } from '../cells/cells';
import { deductionReader } from './deduction-reader';
import { focusReader } from './focus-reader';
import { focusVersion } from './focus-version';
import { headerName } from '../layout/header-name';
import { JSON_COLUMNS } from '../tables/json-answers';
import type { Layout } from '../layout/layout';
import { packageReader } from './package-reader';
import type { Profile } from '../layout/profiles';
import type { ReadRow } from './read-row';
import {
  fieldColumns,
  ignored,
  quarantined,
  type FieldColumns,
  type RowRefusal,
} from '../cells/row-outcome';
import { segmentReader } from './segment-reader';
import { tierReader } from './tier-reader';
import { TotalsCheck } from './totals-check';
import { totalsReader } from './totals-reader';
import { usageParts, usageReader, type UsageParts } from './usage-reader';

export interface RowReader {
  readonly read: (cells: readonly string[]) => ReadRow | RowRefusal;
  /** Of the Billing Center's usage detail: how its rows may also be read by their bytes; else null. */
  readonly parts: UsageParts | null;
  /** To be told the quantity of each row that was read so, minutes x 10^4. */
  readonly sawUsage: (minutesE4: number) => void;
}

const TOTALS = new Set(['合计', '总计', '小计', '汇总', 'total', 'grandtotal', 'subtotal', 'sum']);

/** Rows that are no records: totals, a header printed again, blank ones. Null: a row to be read. */
function notARecord(
  cells: readonly string[],
  header: readonly string[],
  totals: TotalsCheck,
): RowRefusal | null {
  const firstText = cells.find((cell) => cell.trim() !== '');
  if (firstText === undefined) return ignored('rows-blank');
  const name = headerName(cleanCell(firstText)).replace(/[:：]$/, '');
  if (TOTALS.has(name)) return totals.refuse(cells);
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
  const { fields, header } = layout;
  const columns = fieldColumns(fields, header);
  const names = header.map(headerName);
  const width = header.length;
  const totals = new TotalsCheck(columns);
  const fromJson = header[0] === JSON_COLUMNS[0];
  const parts = isReadByBytes(layout) ? usageParts(columns) : null;
  const readRecord = layout.tiers
    ? tierReader(columns, header, layout.tiers)
    : recordReader(layout.profile, columns);
  return {
    parts,
    sawUsage: (quantity) => totals.seeUsage(quantity),
    read: (cells) => {
      // A record begins with a day or an account id; only what does not is looked at as a whole.
      const first = (cells[0] ?? '').charCodeAt(0);
      const isRecord = cells.length === width && first >= 0x30 && first <= 0x39;
      const refusal = isRecord ? null : notARecord(cells, names, totals);
      if (refusal) return refusal;
      // An object of a JSON file that is not built like a row: only where it stands is known.
      if (fromJson && cells.length === JSON_COLUMNS.length) return quarantined('row-bad-json');
      if (cells.length !== width)
        return quarantined(cells.length > width ? 'row-too-long' : 'row-too-short', {
          expected: width,
          found: cells.length,
        });
      const value = readRecord(cells);
      if (!('outcome' in value)) totals.see(value);
      else if (value.outcome === 'ignored') totals.leaveOut();
      return value;
    },
  };
}

/** Whether the rows of a file can be read by their bytes, in UTF-8: usage of one measurement a row. */
export function isReadByBytes({ profile, tiers, header }: Layout): boolean {
  const isDetail = profile.kind === 'usage' && !profile.segments && !tiers;
  return isDetail && header[0] !== JSON_COLUMNS[0];
}

/** Reads a row that has the shape of its header, by what the file is. */
function recordReader(
  profile: Profile,
  columns: FieldColumns,
): (cells: readonly string[]) => ReadRow | RowRefusal {
  const { site } = profile;
  switch (profile.kind) {
    case 'usage':
      return profile.segments ? segmentReader(columns) : usageReader(columns);
    case 'bill':
      return profile.focus
        ? focusReader(columns, site)
        : billReader(columns, site, profile.amountDecimals);
    case 'totals':
      invariant(profile.dimension, `profile ${profile.id} names no dimension`);
      return totalsReader(columns, profile.dimension, site);
    case 'transactions':
      return cashReader(columns, site, profile.inCents ?? false);
    case 'packages':
      return packageReader(columns);
    case 'deductions':
      return deductionReader(columns);
  }
}

/** Which of the provider's exports the usage rows of a profile come from. */
export function sourceOf(layout: Layout): UsageSource {
  if (layout.profile.kind !== 'usage') return 'billing';
  invariant(layout.profile.source, `profile ${layout.profile.id} names no source`);
  return layout.profile.source;
}

/** A usage export in days and one in 5-minute rows are two forms of one profile. */
export function profileName(layout: Layout, first: ReadRow | null): string {
  if (layout.profile.focus) return `${layout.profile.id}-${focusVersion(layout.fields)}`;
  const granularity =
    layout.tiers?.midnight ?? (first && 'granularity' in first ? first.granularity : null);
  if (layout.profile.kind !== 'usage' || granularity === null) return layout.profile.id;
  return `${layout.profile.id}-${granularity === 'day' ? 'daily' : '5-minute'}`;
}
