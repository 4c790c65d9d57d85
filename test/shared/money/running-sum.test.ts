import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimal, sum, toText, type Decimal } from '../../../src/shared/money/decimal';
import { RunningSum } from '../../../src/shared/money/running-sum';

interface Line {
  readonly amount: Decimal;
}
const line = fc
  .integer({ min: -1_000_000, max: 1_000_000 })
  .map((units): Line => ({ amount: decimal(units).div(100) }));

describe('a running sum', () => {
  it('is the sum of the list as it is now, whatever was in it before: law', () => {
    const lists = fc.array(fc.array(line, { maxLength: 5 }), { minLength: 1, maxLength: 8 });
    const keep = fc.array(fc.boolean(), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(lists, keep, (all, kept) => {
        const running = new RunningSum<Line>(({ amount }) => amount);
        let before: readonly Line[] = [];
        for (const fresh of all) {
          const list = fresh.map((one, index) => (kept[index] ? (before[index] ?? one) : one));
          const total = sum(list.map(({ amount }) => amount));
          expect(toText(running.over(list))).toBe(toText(total));
          expect(toText(running.over(list))).toBe(toText(total));
          before = list;
        }
      }),
    );
  });

  it('looks only at what is new', () => {
    const asked: Line[] = [];
    const running = new RunningSum<Line>((one) => {
      asked.push(one);
      return one.amount;
    });
    const [a, b, c] = ['1', '2', '4'].map((amount): Line => ({ amount: decimal(amount) }));
    if (!a || !b || !c) throw new Error('three lines');
    expect(toText(running.over([a, b]))).toBe('3');
    asked.length = 0;
    expect(toText(running.over([a, b]))).toBe('3');
    expect(asked).toEqual([]);
    expect(toText(running.over([a, c]))).toBe('5');
    expect(asked).toEqual([c, b]);
    expect(toText(running.over([]))).toBe('0');
  });
});
