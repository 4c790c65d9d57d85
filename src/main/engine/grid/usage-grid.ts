import type { Input, Output } from '../../../shared/contract/contract';
import type { UsageFilter, UsageRow } from '../../../shared/contract/usage';
import { invariant } from '../../../shared/invariant';
import { Recent } from './recent';

type Sort = Input<'usage.page'>['sort'];
type Sums = Output<'usage.page'>['sums'];

const KEPT = 6;

/**
 * Use of one period by day, application and item. The rows of files are summed once, each filter and each order is
 * worked out once, and a page is cut out of it.
 */
export class UsageGrid {
  readonly #filtered = new Recent<readonly UsageRow[]>(KEPT);
  readonly #sums = new Recent<Sums>(KEPT);
  readonly #sorted = new Recent<readonly UsageRow[]>(KEPT);

  /** `cells`: in the order of day, application and item. */
  constructor(private readonly cells: readonly UsageRow[]) {}

  page(
    filter: UsageFilter,
    sort: Sort,
    { offset, limit }: { readonly offset: number; readonly limit: number },
  ): Omit<Output<'usage.page'>, 'apps'> {
    const key = JSON.stringify(filter);
    const fitting = this.#fitting(filter);
    const sorted = this.#sorted.of(`${key} ${sort.by} ${String(sort.descending)}`, () =>
      sort.by === 'day' && !sort.descending ? fitting : fitting.toSorted(comparing(sort)),
    );
    return {
      total: fitting.length,
      sums: this.#sums.of(key, () => sumsOf(fitting)),
      rows: sorted.slice(offset, offset + limit),
    };
  }

  /** Seconds of all applications by day, of these items alone; days without use are left out. */
  byDay(items: readonly UsageRow['item'][]): { day: UsageRow['day']; seconds: number }[] {
    const wanted = new Set(items);
    const days = new Map<UsageRow['day'], number>();
    for (const row of this.cells)
      if (wanted.has(row.item)) days.set(row.day, (days.get(row.day) ?? 0) + secondsOf(row));
    return [...days].map(([day, seconds]) => ({ day, seconds }));
  }

  /** Seconds by day and key, for a picture: the biggest keys by themselves, the rest together under null. */
  series(
    filter: UsageFilter,
    by: Input<'usage.series'>['by'],
    series: number,
  ): Output<'usage.series'> {
    const fitting = this.#fitting(filter);
    const ofKey = new Map<string, number>();
    for (const row of fitting) ofKey.set(row[by], (ofKey.get(row[by]) ?? 0) + secondsOf(row));
    const drawn = new Set(
      [...ofKey]
        .sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))
        .slice(0, series)
        .map(([key]) => key),
    );
    const points = new Map<string, Output<'usage.series'>[number]>();
    // By day and key: a day's points stand side by side, as they are drawn.
    for (const row of fitting.toSorted((a, b) => compare(a.day, b.day) || compare(a[by], b[by]))) {
      const key = drawn.has(row[by]) ? row[by] : null;
      const place = `${row.day}/${key ?? ''}`;
      const seconds = (points.get(place)?.seconds ?? 0) + secondsOf(row);
      points.set(place, { day: row.day, key, seconds: safe(seconds) });
    }
    return [...points.values()];
  }

  #fitting(filter: UsageFilter): readonly UsageRow[] {
    return this.#filtered.of(JSON.stringify(filter), () => this.cells.filter(fits(filter)));
  }
}

function fits({ sdkAppId, item, day, onlyGaps }: UsageFilter): (row: UsageRow) => boolean {
  const [apps, items, days] = [setOf(sdkAppId), setOf<string>(item), setOf<string>(day)];
  return (row) =>
    (apps?.has(row.sdkAppId) ?? true) &&
    (items?.has(row.item) ?? true) &&
    (days?.has(row.day) ?? true) &&
    (!onlyGaps || (gapOf(row) ?? 0) !== 0);
}

const setOf = <T>(values: readonly T[] | undefined) => (values ? new Set(values) : undefined);

/** Console minus billing, where both have a number. */
function gapOf({ billingSeconds, consoleSeconds }: UsageRow): number | null {
  return billingSeconds === null || consoleSeconds === null
    ? null
    : consoleSeconds - billingSeconds;
}

/** What is drawn: billing files come first. */
function secondsOf({ billingSeconds, consoleSeconds }: UsageRow): number {
  return billingSeconds ?? consoleSeconds ?? 0;
}

const compare = <T extends string | number>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0);

const VALUE: Readonly<Record<Sort['by'], (row: UsageRow) => string | number>> = {
  day: ({ day }) => day,
  sdkAppId: ({ sdkAppId }) => sdkAppId,
  item: ({ item }) => item,
  billing: ({ billingSeconds }) => billingSeconds ?? 0,
  console: ({ consoleSeconds }) => consoleSeconds ?? 0,
  gap: (row) => Math.abs(gapOf(row) ?? 0),
};

/** Ties stay in the order of day, application and item, whichever way the column goes: sorting is stable. */
function comparing({ by, descending }: Sort): (a: UsageRow, b: UsageRow) => number {
  const value = VALUE[by];
  const direction = descending ? -1 : 1;
  return (a, b) => direction * compare(value(a), value(b));
}

function safe(seconds: number): number {
  invariant(Number.isSafeInteger(seconds), `${seconds} is beyond exact whole numbers`);
  return seconds;
}

/** null where no row has a number of that kind. */
function sumOf(rows: readonly UsageRow[], of: (row: UsageRow) => number | null): number | null {
  let sum: number | null = null;
  for (const row of rows) {
    const value = of(row);
    if (value !== null) sum = safe((sum ?? 0) + value);
  }
  return sum;
}

function sumsOf(rows: readonly UsageRow[]): Sums {
  return {
    billingSeconds: sumOf(rows, ({ billingSeconds }) => billingSeconds),
    consoleSeconds: sumOf(rows, ({ consoleSeconds }) => consoleSeconds),
    rows: sumOf(rows, (row) => row.rows) ?? 0,
  };
}
