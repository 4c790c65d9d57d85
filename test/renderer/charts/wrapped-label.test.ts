import { describe, expect, it } from 'vitest';
import { wrappedLabel } from '../../../src/renderer/charts/wrapped-label';

describe('wrappedLabel', () => {
  it('cuts Korean and English between words', () => {
    expect(wrappedLabel('청구서 자체의 계산 오류', 11, 90)).toBe('청구서 자체의\n계산 오류');
    expect(wrappedLabel('Arithmetic error on the bill', 11, 70)).toBe(
      'Arithmetic\nerror on\nthe bill',
    );
  });

  it('cuts Chinese into even lines, so that no letter is left alone', () => {
    expect(wrappedLabel('账单自身计算错误', 11, 50)).toBe('账单自身\n计算错误');
    expect(wrappedLabel('使用了旧刊例价', 11, 70)).toBe('使用了旧\n刊例价');
    expect(wrappedLabel('账单行重复', 11, 70)).toBe('账单行重复');
    expect(wrappedLabel('未抵扣', 11, 5)).toBe('未\n抵\n扣');
  });

  it('leaves a word without room to the chart', () => {
    expect(wrappedLabel('a Donaudampfschiff', 11, 40)).toBe('a\nDonaudampfschiff');
  });

  it('keeps a short label in one line', () => {
    expect(wrappedLabel('Billed', 11, 80)).toBe('Billed');
  });
});
