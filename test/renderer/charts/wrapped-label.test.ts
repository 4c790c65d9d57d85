import { describe, expect, it } from 'vitest';
import { wrappedLabel } from '../../../src/renderer/charts/wrapped-label';

describe('wrappedLabel', () => {
  it('cuts Korean and English between words', () => {
    expect(wrappedLabel('청구서 자체의 계산 오류', 11, 90)).toBe('청구서 자체의\n계산 오류');
    expect(wrappedLabel('Arithmetic error on the bill', 11, 70)).toBe(
      'Arithmetic\nerror on\nthe bill',
    );
  });

  it('leaves what has no blanks, and a word without room, to the chart', () => {
    expect(wrappedLabel('账单自身计算错误', 11, 50)).toBe('账单自身计算错误');
    expect(wrappedLabel('a Donaudampfschiff', 11, 40)).toBe('a\nDonaudampfschiff');
  });

  it('keeps a short label in one line', () => {
    expect(wrappedLabel('Billed', 11, 80)).toBe('Billed');
  });
});
