import type { Item } from '../catalog/item';
import type { UsageSeries } from './usage-series';

function addKnown(a: number | null, b: number | null): number | null {
  return a === null && b === null ? null : (a ?? 0) + (b ?? 0);
}

function add(a: UsageSeries, b: UsageSeries): UsageSeries {
  return {
    ...a,
    seconds: a.seconds + b.seconds,
    minutesE4: addKnown(a.minutesE4, b.minutesE4),
    rows: a.rows + b.rows,
    rowsAboveZero: a.rowsAboveZero + b.rowsAboveZero,
    fractionalRows: a.fractionalRows + b.fractionalRows,
    deductedE4: addKnown(a.deductedE4, b.deductedE4),
  };
}

/**
 * The series of one (day, application) that count as `item`, with those of one source, granularity and
 * unit added up: rows of a tier that is metered as another one belong to the same measurement.
 */
export function combineSeries(item: Item, series: readonly UsageSeries[]): UsageSeries[] {
  const combined: UsageSeries[] = [];
  for (const one of series) {
    const named = { ...one, item };
    const index = combined.findIndex(
      (other) =>
        other.source === one.source &&
        other.granularity === one.granularity &&
        other.unit === one.unit,
    );
    const before = combined[index];
    if (before) combined[index] = add(before, named);
    else combined.push(named);
  }
  return combined;
}
