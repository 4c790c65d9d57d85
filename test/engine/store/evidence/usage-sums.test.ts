import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  UsageSums,
  type Counts,
  type NumbersOfRow,
} from '../../../../src/main/engine/store/evidence/usage-sums';

const counts = (sdkAppId: string): Counts => ({
  sdkAppId,
  item: 'av.hd',
  source: 'billing',
  granularity: 'day',
  unit: 'minutes',
});
/** Ids and ranks run apart on purpose. */
const METERS = ['a', 'b', 'c'].map((app, rank) => ({ id: 30 - rank * 10, counts: counts(app) }));

const sumsOf = (rows: readonly NumbersOfRow[]) => {
  const sums = new UsageSums(METERS);
  for (const row of rows) sums.add(row);
  return sums.inOrder();
};

const value = fc.oneof(
  fc.integer({ min: 0, max: 50_000 }),
  fc.maxSafeNat().map((large) => Math.floor(large / 256)),
);
const rowsOf = fc.array(
  fc.tuple(
    fc.constantFrom(20230131, 20230201, 20231231),
    fc.constantFrom(10, 20, 30),
    value,
    fc.option(value),
    fc.option(value),
  ),
  { maxLength: 60 },
);

describe('sums of usage rows', () => {
  it('are what adding up each day and meter by itself comes to, whatever the order of the rows', () => {
    fc.assert(
      fc.property(rowsOf, (rows) => {
        const plain = [20230131, 20230201, 20231231].flatMap((date) =>
          METERS.flatMap(({ id, counts: { sdkAppId } }) => {
            const own = rows.filter(([day, meter]) => day === date && meter === id);
            const total = (values: readonly (number | null)[]) =>
              values.every((one) => one === null)
                ? null
                : values.reduce((sum: bigint, one) => sum + BigInt(one ?? 0), 0n);
            if (own.length === 0) return [];
            const sums = [
              own.map(([, , seconds]) => seconds),
              own.map(([, , , minutes]) => minutes),
              own.map(([, , , , deducted]) => deducted),
            ].map(total);
            const above = own.filter(([, , seconds, minutes]) => (minutes ?? seconds) > 0).length;
            const fractional = own.filter(([, , , minutes]) => (minutes ?? 0) % 10_000 > 0).length;
            return [[date, sdkAppId, ...sums.map(String), own.length, above, fractional].join()];
          }),
        );
        const summed = sumsOf(rows).map((one) =>
          [
            one.day.replaceAll('-', ''),
            one.sdkAppId,
            String(one.seconds),
            String(one.minutesE4),
            String(one.deductedE4),
            one.rows,
            one.rowsAboveZero,
            one.fractionalRows,
          ].join(),
        );
        expect(summed).toEqual(plain);
      }),
    );
  });

  it('refuse a number that is no longer exact, in a row or in a sum', () => {
    const large = Number.MAX_SAFE_INTEGER;
    const row = (seconds: number): NumbersOfRow => [20230101, 10, seconds, null, null];
    expect(sumsOf([row(large)])[0]?.seconds).toBe(large);
    expect(() => sumsOf([row(large), row(1)])).toThrow('beyond exact whole numbers');
    expect(() => sumsOf([row(Number(2n ** 53n + 1n))])).toThrow('beyond exact whole numbers');
    expect(() => sumsOf([row(large), row(large), row(-large)])).toThrow('beyond exact');
  });

  it('refuse a row of a meter that is not there', () => {
    expect(() => sumsOf([[20230101, 11, 1, null, null]])).toThrow('no meter 11');
  });
});
