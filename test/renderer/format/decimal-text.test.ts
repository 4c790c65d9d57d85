import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  amountDecimals,
  formatAmount,
  formatCount,
  formatPrice,
  formatSignedAmount,
  parseWritten,
} from '../../../src/renderer/format/decimal-text';
import { decimal, toText } from '../../../src/shared/money/decimal';

/** Plain decimal text of up to 30 digits before and 12 after the point, far beyond what a float holds. */
const decimalText = fc
  .tuple(fc.boolean(), fc.bigInt({ min: 0n, max: 10n ** 30n }), fc.stringMatching(/^\d{0,12}$/))
  .map(([negative, whole, fraction]) =>
    [negative ? '-' : '', whole.toString(), fraction === '' ? '' : `.${fraction}`].join(''),
  );

describe('numbers as they are written', () => {
  it.each([formatAmount, formatSignedAmount, formatPrice, formatCount])(
    'keep every digit: %o read back is the same number',
    (write) => {
      fc.assert(
        fc.property(decimalText, (text) => {
          const back = parseWritten(write(text));
          expect(toText(decimal(back ?? ''))).toBe(toText(decimal(text)));
        }),
      );
    },
  );

  it('have groups of three and at least two decimals for money', () => {
    fc.assert(
      fc.property(decimalText, (text) => {
        expect(formatAmount(text)).toMatch(/^\u2212?\d{1,3}(,\d{3})*\.\d{2,}$/);
      }),
    );
  });

  it.each([
    ['0', '0.00'],
    ['-0', '0.00'],
    ['-0.000', '0.00'],
    ['2553.8556', '2,553.8556'],
    ['-7.875', '\u22127.875'],
    ['100.5000', '100.50'],
    ['1234567890123456789.12345678', '1,234,567,890,123,456,789.12345678'],
  ])('%s is written %s', (text, written) => expect(formatAmount(text)).toBe(written));

  it('carry a plus sign only above zero where they are differences', () => {
    expect(['5', '0', '-5'].map(formatSignedAmount)).toEqual(['+5.00', '0.00', '\u22125.00']);
  });

  it('leave text that is no number as it is', () => {
    expect(formatAmount('-')).toBe('-');
    expect(parseWritten('1.2E+05')).toBeNull();
  });

  it('tell how many decimals a column needs', () => {
    expect(['100', '15.0444', '6.00040000'].map(amountDecimals)).toEqual([2, 4, 4]);
  });
});
