import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { restatedRows, type ComparableRow } from '../../../src/shared/bill/restated-rows';

const row = (id: number, name: string, value: number, transaction = 't'): ComparableRow => ({
  id,
  identity: `${name}/${transaction}/${value}`,
  keys: [`${name}/${transaction}`, name],
  value: BigInt(value),
});
const export_ = (first: number) =>
  fc
    .array(
      fc.record({
        name: fc.constantFrom('a', 'b', 'c'),
        value: fc.nat({ max: 3 }),
        t: fc.constantFrom('t', 'u'),
      }),
      { maxLength: 12 },
    )
    .map((rows) => rows.map(({ name, value, t }, index) => row(first + index, name, value, t)));
const sum = (rows: readonly { readonly value: bigint }[]) =>
  rows.reduce((total, { value }) => total + value, 0n);

describe('rows of two exports of the same days', () => {
  it('are matched one by one: equal ones first, then by their keys', () => {
    const older = [row(1, 'a', 5), row(2, 'a', 5), row(3, 'b', 7), row(4, 'c', 1)];
    const newer = [row(11, 'a', 5), row(12, 'b', 9, 'u'), row(13, 'd', 2)];
    expect(restatedRows(older, newer)).toEqual({
      unchanged: 1,
      rows: [
        { change: 'gone', older: 2, newer: null, value: -5n },
        { change: 'changed', older: 3, newer: 12, value: 2n },
        { change: 'gone', older: 4, newer: null, value: -1n },
        { change: 'added', older: null, newer: 13, value: 2n },
      ],
    });
  });

  it('of an export with itself change nothing', () => {
    fc.assert(
      fc.property(export_(1), (rows) => {
        const again = rows.map((one) => ({ ...one, id: one.id + 100 }));
        expect(restatedRows(rows, again)).toEqual({ unchanged: rows.length, rows: [] });
      }),
    );
  });

  it('are each in exactly one pair or change, and the changes are the money that moved', () => {
    fc.assert(
      fc.property(export_(1), export_(101), (older, newer) => {
        const { unchanged, rows } = restatedRows(older, newer);
        const sides = (side: 'older' | 'newer') => rows.flatMap((one) => one[side] ?? []);
        for (const side of ['older', 'newer'] as const)
          expect(new Set(sides(side)).size).toBe(sides(side).length);
        expect(sides('older').length + unchanged).toBe(older.length);
        expect(sides('newer').length + unchanged).toBe(newer.length);
        expect(sum(rows)).toBe(sum(newer) - sum(older));
      }),
    );
  });
});
