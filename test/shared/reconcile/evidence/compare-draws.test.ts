import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimal, toText } from '../../../../src/shared/money/decimal';
import { day } from '../../../../src/shared/period/day';
import {
  compareDraws,
  type ComputedDraw,
} from '../../../../src/shared/reconcile/evidence/compare-draws';
import type { StatedDraw } from '../../../../src/shared/reconcile/evidence/evidence';

const drawn = (change: Partial<ComputedDraw> = {}): ComputedDraw => ({
  source: 'p',
  day: day('2023-06-02'),
  sdkAppId: '1400000001',
  item: 'av.hd',
  raw: 100,
  ratio: 4,
  deducted: 400,
  ...change,
});
const stated = (raw: number, ratio: number, change: Partial<StatedDraw> = {}): StatedDraw => ({
  packageId: 'p',
  day: day('2023-06-02'),
  sdkAppId: '1400000001',
  item: 'av.hd',
  rows: 1,
  raw: decimal(raw),
  factor: decimal(ratio),
  deducted: decimal(raw * ratio),
  balanceAfter: null,
  lastRow: 1,
  ...change,
});
const statuses = (theirs: StatedDraw[], ours: ComputedDraw[]) =>
  compareDraws('cn', theirs, ours).map(({ status, difference }) => [status, toText(difference)]);

describe('the provider and the draw-down', () => {
  it.each([
    ['same', stated(100, 4), ['same', '0']],
    ['another ratio', stated(100, 3), ['ratio', '-100']],
    ['other minutes', stated(99, 4), ['minutes', '-4']],
    ['both', stated(50, 3), ['both', '-250']],
    ['no ratio printed, but it agrees', stated(100, 4, { factor: null }), ['same', '0']],
    ['no ratio printed, and it does not', stated(100, 3, { factor: null }), ['ratio', '-100']],
    [
      'a ratio that its own amount contradicts',
      stated(100, 4, { deducted: decimal(300) }),
      ['ratio', '-100'],
    ],
  ])('%s', (_name, theirs, expected) => {
    expect(statuses([theirs], [drawn()])).toEqual([expected]);
  });

  it('says which side is alone, and does not judge days outside the export', () => {
    const days = [1, 2, 3, 4].map((n) => drawn({ day: day(`2023-06-0${n}`) }));
    const theirs = [stated(100, 4), stated(100, 4, { day: day('2023-06-04') })];
    expect(statuses(theirs, days)).toEqual([
      ['not-stated', '-400'],
      ['same', '0'],
      ['not-taken', '-400'],
      ['same', '0'],
    ]);
    expect(statuses([stated(10, 4)], [drawn({ source: 'q' })])).toEqual([['not-expected', '40']]);
  });

  it('takes a row without a tier for the one tier that has its ratio', () => {
    const audio = drawn({ item: 'av.audio', raw: 7, ratio: 1, deducted: 7 });
    const unnamed = stated(100, 4, { item: null });
    expect(compareDraws('cn', [unnamed], [drawn(), audio])).toMatchObject([
      { item: 'av.audio', status: 'not-taken' },
      { item: 'av.hd', status: 'same' },
    ]);
    const other = drawn({ item: 'transcoding.h264.hd' });
    expect(compareDraws('cn', [unnamed], [drawn(), other])).toMatchObject([
      { item: null, status: 'not-expected' },
      { status: 'not-taken' },
      { status: 'not-taken' },
    ]);
  });

  it('loses no minute of either side, however the rows are cut', () => {
    const row = fc.record({
      packageId: fc.constantFrom('p', 'q'),
      day: fc.constantFrom(day('2023-06-01'), day('2023-06-02')),
      item: fc.constantFrom('av.audio', 'av.hd', null),
      raw: fc.integer({ min: 0, max: 50 }),
      ratio: fc.constantFrom(1, 4),
    });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 12 }), (rows) => {
        const theirs = rows.map(({ packageId, day: on, item, raw, ratio }, index) =>
          stated(raw, ratio, { packageId, day: on, item, lastRow: index }),
        );
        const ours = [drawn(), drawn({ item: 'av.audio', raw: 5, ratio: 1, deducted: 5 })];
        const compared = compareDraws('cn', theirs, ours);
        const total = compared.reduce(
          (sum, { statedDeducted }) => sum.plus(statedDeducted ?? 0),
          decimal(0),
        );
        expect(toText(total)).toBe(
          toText(theirs.reduce((sum, { deducted }) => sum.plus(deducted), decimal(0))),
        );
        const named = theirs.some(({ packageId }) => packageId === 'p');
        expect(compared.reduce((sum, one) => sum + (one.drawnDeducted ?? 0), 0)).toBe(
          named ? 405 : 0,
        );
      }),
    );
  });
});
