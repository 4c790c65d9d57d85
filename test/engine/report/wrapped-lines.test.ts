import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnsOf, heightOf, linesIn } from '../../../src/main/engine/report/wrapped-lines';

describe('lines of a wrapped cell', () => {
  it('break between words, and after any Chinese or Korean letter', () => {
    expect(linesIn('', 10)).toBe(1);
    expect(linesIn('the whole of it', 15)).toBe(1);
    expect(linesIn('the whole of it', 14)).toBe(2);
    expect(linesIn('minutes minutes a', 8)).toBe(3);
    expect(linesIn('Metered minutes, lower bound', 9)).toBe(4);
    expect(linesIn('未抵扣免费试用时长', 19)).toBe(1);
    expect(linesIn('未抵扣免费试用时长', 18)).toBe(2);
    expect(linesIn('one\ntwo', 80)).toBe(2);
    expect(linesIn('x'.repeat(25), 10)).toBe(3);
  });

  it('are never fewer than the letters need, and a wider cell never has more', () => {
    const text = fc.stringMatching(/^[a-z 课요,]{0,80}$/);
    fc.assert(
      fc.property(text, fc.integer({ min: 3, max: 60 }), (written, width) => {
        const lines = linesIn(written, width);
        expect(lines * width).toBeGreaterThanOrEqual(columnsOf(written.trim()) - lines + 1);
        expect(linesIn(written, 400)).toBe(1);
      }),
    );
  });

  it('make a row no higher than Excel can', () => {
    expect(heightOf(2)).toBe(30);
    expect(heightOf(500)).toBe(409);
  });
});
