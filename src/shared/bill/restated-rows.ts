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
  const equal = matched(older, newer, ({ identity }) => identity);
  let { restOlder, restNewer } = equal;
  const pairs = new Map<number, ComparableRow>();
  for (let level = 0; level < keyCount(older, newer); level++) {
    const next = matched(restOlder, restNewer, ({ keys }) => keys[level] ?? '');
    for (const [before, after] of next.pairs) pairs.set(before.id, after);
    ({ restOlder, restNewer } = next);
  }
  const gone = new Set(restOlder.map(({ id }) => id));
  const changedOrGone = older.flatMap((row): RestatedRow[] => {
    const after = pairs.get(row.id);
    if (after)
      return [
        { change: 'changed', older: row.id, newer: after.id, value: after.value - row.value },
      ];
    if (!gone.has(row.id)) return [];
    return [{ change: 'gone', older: row.id, newer: null, value: -row.value }];
  });
  const added = restNewer.map(({ id, value }): RestatedRow => ({
    change: 'added',
    older: null,
    newer: id,
    value,
  }));
  return { unchanged: equal.pairs.length, rows: [...changedOrGone, ...added] };
}

interface Matched {
  readonly pairs: readonly (readonly [ComparableRow, ComparableRow])[];
  readonly restOlder: readonly ComparableRow[];
  readonly restNewer: readonly ComparableRow[];
}

function matched(
  older: readonly ComparableRow[],
  newer: readonly ComparableRow[],
  keyOf: (row: ComparableRow) => string,
): Matched {
  const waiting = new Map<string, ComparableRow[]>();
  for (const row of newer.toReversed()) {
    const key = keyOf(row);
    const same = waiting.get(key);
    if (same) same.push(row);
    else waiting.set(key, [row]);
  }
  const pairs: [ComparableRow, ComparableRow][] = [];
  const restOlder: ComparableRow[] = [];
  const taken = new Set<number>();
  for (const row of older) {
    const partner = waiting.get(keyOf(row))?.pop();
    if (!partner) restOlder.push(row);
    else {
      pairs.push([row, partner]);
      taken.add(partner.id);
    }
  }
  return { pairs, restOlder, restNewer: newer.filter(({ id }) => !taken.has(id)) };
}

function keyCount(older: readonly ComparableRow[], newer: readonly ComparableRow[]): number {
  const levels = new Set([...older, ...newer].map(({ keys }) => keys.length));
  invariant(levels.size <= 1, 'rows that are compared have the same keys');
  return [...levels][0] ?? 0;
}
