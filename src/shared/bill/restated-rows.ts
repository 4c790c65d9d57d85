import { invariant } from '../invariant';

/** A row of one of two exports of the same period, as far as it takes to find it in the other. */
export interface ComparableRow {
  readonly id: number;
  /** Every cell: equal where nothing was changed. */
  readonly identity: string;
  /** What stays the same when its numbers are changed, the strictest first: period, resource, item, transaction. */
  readonly keys: readonly string[];
  /** Amount x 10^8, or seconds. */
  readonly value: bigint;
}

/** One thing that the provider changed; ids of the rows on both sides, null where there is none. */
export interface RestatedRow {
  readonly change: 'changed' | 'added' | 'gone';
  readonly older: number | null;
  readonly newer: number | null;
  /** By how much the value went up. */
  readonly value: bigint;
}

export interface RestatedRows {
  readonly unchanged: number;
  /** Changed and gone rows in the order of the older export, then added ones in the order of the newer. */
  readonly rows: readonly RestatedRow[];
}

/**
 * Matches the rows of two exports of the same period: first those that are equal cell by cell, then by each
 * key in turn. Equal rows are matched one by one (the k-th there with the k-th here), so that two rows that
 * both count are never taken for one. Every row is in exactly one pair or change.
 */
export function restatedRows(
  older: readonly ComparableRow[],
  newer: readonly ComparableRow[],
): RestatedRows {
  const steps = restating(older, newer);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The same, in steps of few rows; yields after each how many it was about. */
export function* restating(
  older: readonly ComparableRow[],
  newer: readonly ComparableRow[],
): Generator<number, RestatedRows> {
  const equal = yield* matched(older, newer, ({ identity }) => identity);
  let { restOlder, restNewer } = equal;
  const pairs = new Map<number, ComparableRow>();
  for (let level = 0; level < keyCount(older, newer); level++) {
    const next = yield* matched(restOlder, restNewer, ({ keys }) => keys[level] ?? '');
    yield* inSteps(next.pairs, ([before, after]) => pairs.set(before.id, after));
    ({ restOlder, restNewer } = next);
  }
  const gone = new Set(restOlder.map(({ id }) => id));
  const rows: RestatedRow[] = [];
  yield* inSteps(older, ({ id, value }) => {
    const after = pairs.get(id);
    if (after)
      rows.push({ change: 'changed', older: id, newer: after.id, value: after.value - value });
    else if (gone.has(id)) rows.push({ change: 'gone', older: id, newer: null, value: -value });
  });
  yield* inSteps(restNewer, ({ id, value }) =>
    rows.push({ change: 'added', older: null, newer: id, value }),
  );
  return { unchanged: equal.pairs.length, rows };
}

/** Rows of one step: some hundredths of a second. */
const ROWS_PER_STEP = 10_000;

function* inSteps<T>(rows: readonly T[], work: (row: T) => void): Generator<number, void> {
  for (let from = 0; from < rows.length; from += ROWS_PER_STEP) {
    const step = rows.slice(from, from + ROWS_PER_STEP);
    for (const row of step) work(row);
    yield step.length;
  }
}

interface Matched {
  readonly pairs: readonly (readonly [ComparableRow, ComparableRow])[];
  readonly restOlder: readonly ComparableRow[];
  readonly restNewer: readonly ComparableRow[];
}

function* matched(
  older: readonly ComparableRow[],
  newer: readonly ComparableRow[],
  keyOf: (row: ComparableRow) => string,
): Generator<number, Matched> {
  const waiting = new Map<string, ComparableRow[]>();
  yield* inSteps(newer.toReversed(), (row) => {
    const key = keyOf(row);
    const same = waiting.get(key);
    if (same) same.push(row);
    else waiting.set(key, [row]);
  });
  const pairs: [ComparableRow, ComparableRow][] = [];
  const restOlder: ComparableRow[] = [];
  const taken = new Set<number>();
  yield* inSteps(older, (row) => {
    const partner = waiting.get(keyOf(row))?.pop();
    if (!partner) restOlder.push(row);
    else {
      pairs.push([row, partner]);
      taken.add(partner.id);
    }
  });
  const restNewer: ComparableRow[] = [];
  yield* inSteps(newer, (row) => {
    if (!taken.has(row.id)) restNewer.push(row);
  });
  return { pairs, restOlder, restNewer };
}

function keyCount(older: readonly ComparableRow[], newer: readonly ComparableRow[]): number {
  const levels = new Set([...older, ...newer].map(({ keys }) => keys.length));
  invariant(levels.size <= 1, 'rows that are compared have the same keys');
  return [...levels][0] ?? 0;
}
