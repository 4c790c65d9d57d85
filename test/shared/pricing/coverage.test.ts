import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, day, daysBetween, type Day } from '../../../src/shared/period/day';
import { isInForce } from '../../../src/shared/period/period';
import { coverageFaults, laterEnd, type Stretch } from '../../../src/shared/pricing/coverage';

const stretch = (id: string, from: string, to: string | null): Stretch => ({
  id,
  from: day(from),
  to: to === null ? null : day(to),
});

describe('what keeps stretches from being one run', () => {
  it('is nothing when each begins where the one before ends, in whatever order they are written', () => {
    const run = [
      stretch('c', '2023-03-01', null),
      stretch('a', '2023-01-01', '2023-02-01'),
      stretch('b', '2023-02-01', '2023-03-01'),
    ];
    expect(coverageFaults(run)).toEqual([]);
    expect(coverageFaults([])).toEqual([]);
  });

  it('is a gap, named with the stretches around it', () => {
    const run = [stretch('a', '2023-01-01', '2023-02-01'), stretch('b', '2023-02-03', null)];
    expect(coverageFaults(run)).toEqual([
      { kind: 'gap', from: '2023-02-01', to: '2023-02-03', ids: ['a', 'b'] },
    ]);
  });

  it('is an overlap, to the earlier of the two ends', () => {
    expect(
      coverageFaults([
        stretch('a', '2023-01-01', '2023-02-01'),
        stretch('b', '2023-01-31', '2023-03-01'),
        stretch('c', '2023-02-10', '2023-02-12'),
        stretch('d', '2023-03-01', null),
        stretch('e', '2023-05-01', null),
        stretch('f', '2023-06-01', '2023-07-01'),
      ]),
    ).toEqual([
      { kind: 'overlap', from: '2023-01-31', to: '2023-02-01', ids: ['a', 'b'] },
      { kind: 'overlap', from: '2023-02-10', to: '2023-02-12', ids: ['b', 'c'] },
      { kind: 'overlap', from: '2023-05-01', to: null, ids: ['d', 'e'] },
      { kind: 'overlap', from: '2023-06-01', to: '2023-07-01', ids: ['d', 'f'] },
    ]);
  });

  it('names the first of those that reach equally far', () => {
    const faults = coverageFaults([
      stretch('a', '2023-01-01', '2023-02-01'),
      stretch('b', '2023-01-02', '2023-02-01'),
      stretch('c', '2023-01-03', '2023-01-05'),
    ]);
    expect(faults.map(({ ids }) => ids)).toEqual([
      ['a', 'b'],
      ['a', 'c'],
    ]);
  });

  it('gaps hold the unclaimed days between, overlaps those claimed more than once: law', () => {
    const start = day('2024-02-20');
    const FAR = 40;
    const anyStretch = fc
      .tuple(fc.nat(20), fc.option(fc.integer({ min: 1, max: 12 }), { freq: 6 }))
      .map(([from, length]) => ({
        id: `from ${from}`,
        from: addDays(start, from),
        to: length === null ? null : addDays(start, from + length),
      }));
    fc.assert(
      fc.property(fc.array(anyStretch, { minLength: 1, maxLength: 6 }), (stretches) => {
        const faults = coverageFaults(stretches);
        const [firstDay = start] = stretches.map(({ from }) => from).sort();
        const end = stretches.map(({ to }) => to).reduce(laterEnd) ?? addDays(start, FAR);
        for (let date = firstDay; date < end; date = addDays(date, 1)) {
          const claims = stretches.filter((one) => isInForce(one, date)).length;
          const said = (kind: 'gap' | 'overlap') =>
            faults.some((fault) => fault.kind === kind && isInForce(fault, date));
          expect([date, said('gap'), said('overlap')]).toEqual([date, claims === 0, claims > 1]);
        }
        const outside = (date: Day | null) => date !== null && daysBetween(end, date) > 0;
        expect(faults.filter(({ from, to }) => outside(from) || outside(to))).toEqual([]);
      }),
    );
  });
});

describe('the later of two ends', () => {
  it.each([
    ['2023-01-01', '2023-01-02', '2023-01-02'],
    ['2023-01-02', '2023-01-01', '2023-01-02'],
    ['2023-01-01', null, null],
    [null, '2023-01-01', null],
    [null, null, null],
  ])('of %s and %s is %s', (a, b, later) => {
    const end = (text: string | null) => (text === null ? null : day(text));
    expect(laterEnd(end(a), end(b))).toBe(later);
  });
});
