import { invariant } from '../../../../shared/invariant';
import type { Day } from '../../../../shared/period/day';
import type { UsageSeries } from '../../../../shared/usage/usage-series';
import { dayOfNumber } from '../../../../shared/period/day-number';

/** What a row counts: the columns of its meter. */
export type Counts = Pick<UsageSeries, 'sdkAppId' | 'item' | 'source' | 'granularity' | 'unit'>;

/** A row of usage as an array of numbers: millions of them are read at once. */
export type NumbersOfRow = readonly [
  day: number,
  meterId: number,
  seconds: number,
  minutesE4: number | null,
  deductedE4: number | null,
  /** Where it is asked for: the next rows are read behind it. */
  id?: number,
];

interface Meter {
  readonly counts: Counts;
  /** Its place in the order of series. */
  readonly rank: number;
}

type Sum = { -readonly [Key in keyof UsageSeries]: UsageSeries[Key] };

/** The sums of one day, by the rank of the meter. */
interface SumsOfDay {
  readonly date: Day;
  readonly byRank: Map<number, Sum>;
}

/**
 * Rows of usage added up by day and meter. Files are nearly in the order of days, so a row mostly goes to the day of
 * the row before it; grouping them in SQL sorts all rows first.
 */
export class UsageSums {
  readonly #meters: ReadonlyMap<number, Meter>;
  readonly #days = new Map<number, SumsOfDay>();
  #number = -1;
  #current: SumsOfDay | null = null;

  /** @param meters in the order of series, with the id that rows name. */
  constructor(meters: readonly { readonly id: number; readonly counts: Counts }[]) {
    this.#meters = new Map(meters.map(({ id, counts }, rank) => [id, { counts, rank }]));
  }

  add([number, meterId, seconds, minutesE4, deductedE4]: NumbersOfRow): void {
    if (!this.#current || number !== this.#number) this.#current = this.#startDay(number);
    const meter = this.#meters.get(meterId);
    // Asked for every row: the message is only made where it is needed.
    if (!meter) invariant(false, `no meter ${meterId}`);
    const { date, byRank } = this.#current;
    const known = byRank.get(meter.rank);
    const sum = known ?? emptySum(date, meter.counts);
    if (!known) byRank.set(meter.rank, sum);
    sum.seconds = safe(sum.seconds + safe(seconds));
    sum.minutesE4 = addKnown(sum.minutesE4, minutesE4);
    sum.deductedE4 = addKnown(sum.deductedE4, deductedE4);
    sum.rows += 1;
    if ((minutesE4 ?? seconds) > 0) sum.rowsAboveZero += 1;
    if (minutesE4 !== null && minutesE4 % 10_000 !== 0) sum.fractionalRows += 1;
  }

  /** By day, then in the order of the meters. */
  inOrder(): UsageSeries[] {
    const series: UsageSeries[] = [];
    for (const number of Float64Array.from(this.#days.keys()).sort()) {
      const byRank = this.#days.get(number)?.byRank;
      for (const rank of Float64Array.from(byRank?.keys() ?? []).sort()) {
        const sum = byRank?.get(rank);
        if (sum) series.push(sum);
      }
    }
    return series;
  }

  #startDay(number: number): SumsOfDay {
    const known = this.#days.get(number);
    const day = known ?? { date: dayOfNumber(number), byRank: new Map<number, Sum>() };
    if (!known) this.#days.set(number, day);
    this.#number = number;
    return day;
  }
}

function emptySum(date: Day, counts: Counts): Sum {
  return {
    day: date,
    sdkAppId: counts.sdkAppId,
    item: counts.item,
    source: counts.source,
    granularity: counts.granularity,
    unit: counts.unit,
    seconds: 0,
    minutesE4: null,
    rows: 0,
    rowsAboveZero: 0,
    fractionalRows: 0,
    deductedE4: null,
  };
}

function addKnown(sum: number | null, value: number | null): number | null {
  return value === null ? sum : safe((sum ?? 0) + safe(value));
}

/** An integer from 2^53 on is rounded where it is read as a number, but never to one below: each is seen here. */
export function safe(value: number): number {
  if (!Number.isSafeInteger(value)) invariant(false, `${value} is beyond exact whole numbers`);
  return value;
}
