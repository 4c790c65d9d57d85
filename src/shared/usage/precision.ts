import { USAGE_SOURCES, type UsageSeries } from './usage-series';

/** How finely a series states its quantity. Whole minutes are already rounded up, row by row. */
export type Precision = 'seconds' | 'decimal-minutes' | 'whole-minutes';

type Stated = Pick<UsageSeries, 'unit' | 'fractionalRows'>;

/** A series is whole-minute when none of its rows has a fraction. */
export function precisionOf(series: Stated): Precision {
  if (series.unit === 'seconds') return 'seconds';
  return series.fractionalRows > 0 ? 'decimal-minutes' : 'whole-minutes';
}

/**
 * Place of a series in the order in which series are believed: 5-minute seconds, 5-minute decimals,
 * daily seconds, daily decimals, daily whole minutes, 5-minute whole minutes (each of them rounded up).
 */
function beliefRank(series: UsageSeries): number {
  const fine = series.granularity === '5-minute';
  switch (precisionOf(series)) {
    case 'seconds':
      return fine ? 0 : 2;
    case 'decimal-minutes':
      return fine ? 1 : 3;
    case 'whole-minutes':
      return fine ? 5 : 4;
  }
}

/**
 * Best series first; equally precise ones in the order of {@link USAGE_SOURCES}. One's own call records come
 * last however precise they are: nothing says that they hold every room.
 */
export function compareByBelief(a: UsageSeries, b: UsageSeries): number {
  return (
    Number(a.source === 'streams') - Number(b.source === 'streams') ||
    beliefRank(a) - beliefRank(b) ||
    USAGE_SOURCES.indexOf(a.source) - USAGE_SOURCES.indexOf(b.source)
  );
}
