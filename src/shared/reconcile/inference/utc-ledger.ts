import { addDays, type Day } from '../../period/day';
import type { TimedUsage, UsageLedger, UsageSeries } from '../../usage/usage-series';

/** 00:00 UTC is 08:00 on the billing clock. */
const UTC_MIDNIGHT = '08:00:00';

const isEarly = (row: TimedUsage) => row.start !== null && row.start.slice(11) < UTC_MIDNIGHT;

const keyOf = (row: TimedUsage | UsageSeries) =>
  `${row.sdkAppId}/${row.item}/${row.source}/${row.granularity}/${row.unit}`;

/** Rows with a time, added up as the series they would be on `day`. */
function seriesOf(day: Day, rows: readonly TimedUsage[]): UsageSeries[] {
  const groups = new Map<string, UsageSeries>();
  for (const row of rows) {
    const { sdkAppId, item, source, granularity, unit, seconds, minutesE4 } = row;
    const known = groups.get(keyOf(row));
    const fraction = minutesE4 !== null && minutesE4 % 10_000 !== 0 ? 1 : 0;
    groups.set(keyOf(row), {
      day,
      sdkAppId,
      item,
      source,
      granularity,
      unit,
      seconds: (known?.seconds ?? 0) + seconds,
      minutesE4: minutesE4 === null ? null : (known?.minutesE4 ?? 0) + minutesE4,
      rows: (known?.rows ?? 0) + 1,
      rowsAboveZero: (known?.rowsAboveZero ?? 0) + (seconds > 0 ? 1 : 0),
      fractionalRows: (known?.fractionalRows ?? 0) + fraction,
      deductedE4: null,
    });
  }
  return [...groups.values()];
}

/**
 * The same usage with days that begin at 00:00 UTC, which is 08:00 of the billing clock. Rows of whole days
 * cannot be cut and stay where they are. Null where no row has a time: the clock then makes no difference.
 */
export function utcLedger(usage: UsageLedger): UsageLedger | null {
  const timedDays = new Set(
    usage.series.flatMap(({ granularity, day }) => (granularity === '5-minute' ? [day] : [])),
  );
  if (timedDays.size === 0) return null;
  const timedUsageOf = (day: Day): readonly TimedUsage[] => [
    ...usage.timedUsageOf(day).filter((row) => !isEarly(row)),
    ...usage.timedUsageOf(addDays(day, 1)).filter(isEarly),
  ];
  const days = new Set([...timedDays].flatMap((day) => [addDays(day, -1), day]));
  const whole = usage.series.filter(({ granularity }) => granularity !== '5-minute');
  const timed = [...days].sort().flatMap((day) =>
    seriesOf(
      day,
      timedUsageOf(day).filter(({ granularity }) => granularity === '5-minute'),
    ),
  );
  return { series: [...whole, ...timed], timedUsageOf };
}
