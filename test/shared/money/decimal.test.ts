import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decimal,
  fromScaled,
  isSame,
  parseDecimal,
  sum,
  toFixedText,
  scaledNumber,
  toScaled,
  toText,
} from '../../../src/shared/money/decimal';

const units = fc.bigInt(-(10n ** 24n), 10n ** 24n);
const scale = fc.integer({ min: 0, max: 12 });

describe('decimal text', () => {
  it.each([
    ['0', '0'],
    ['12.5', '12.5'],
    ['-12.50', '-12.5'],
    ['+3', '3'],
    ['.25', '0.25'],
    ['-.25', '-0.25'],
    ['5.', '5'],
    ['0007', '7'],
  ])('%s is the number %s', (text, value) => {
    expect(parseDecimal(text)?.toFixed()).toBe(value);
  });

  it.each([
    '',
    ' ',
    '-',
    '.',
    '1,234.5',
    '1.2E+05',
    '#REF!',
    ' 1',
    '1 ',
    '0x1F',
    'NaN',
    'Infinity',
    '１',
  ])('"%s" is not', (text) => {
    expect(parseDecimal(text)).toBeNull();
  });

  it('is written without trailing zeros, without an exponent and without a negative zero', () => {
    expect(toText(decimal('-12.50'))).toBe('-12.5');
    expect(toText(decimal('-0.00'))).toBe('0');
    expect(toText(decimal('0.00000000000000000001'))).toBe('0.00000000000000000001');
    expect(toText(decimal(`1${'0'.repeat(30)}`))).toBe(`1${'0'.repeat(30)}`);
  });

  it('survives writing and reading', () => {
    fc.assert(
      fc.property(units, scale, (value, places) => {
        const exact = fromScaled(value, places);
        expect(parseDecimal(toText(exact))?.equals(exact)).toBe(true);
      }),
    );
  });

  it('has as many decimals as asked for, or refuses to lose one', () => {
    expect(toFixedText(decimal('1.5'), 2)).toBe('1.50');
    expect(toFixedText(decimal('-0'), 2)).toBe('0.00');
    expect(() => toFixedText(decimal('1.505'), 2)).toThrow(/more than 2/);
  });

  it('takes no fraction from a float', () => {
    expect(() => decimal(0.1)).toThrow(/not a whole number/);
    expect(() => decimal(2 ** 53)).toThrow(/not a whole number/);
    expect(() => decimal('1e3')).toThrow(/not a decimal/);
  });
});

describe('stored amounts', () => {
  it('are the same after storage', () => {
    fc.assert(
      fc.property(units, scale, (value, places) => {
        expect(toScaled(fromScaled(value, places), places)).toBe(value);
      }),
    );
  });

  it('refuse to lose a digit', () => {
    expect(() => toScaled(decimal('0.123456789'), 8)).toThrow(/more than 8/);
  });

  it('keep every digit or refuse, however many there are and wherever the point is', () => {
    fc.assert(
      fc.property(
        fc.oneof(units, fc.bigInt(-(10n ** 40n), 10n ** 40n)),
        fc.nat({ max: 20 }),
        (value, more) => {
          const cut = 10n ** BigInt(more);
          const stored = () => toScaled(fromScaled(value, 8 + more), 8);
          if (value % cut === 0n) expect(stored()).toBe(value / cut);
          else expect(stored).toThrow(/more than 8/);
          expect(toScaled(fromScaled(value * cut, 8 + more), 8)).toBe(value);
        },
      ),
    );
  });

  it('add up exactly, as integers do, in any order', () => {
    fc.assert(
      fc.property(fc.array(units), scale, (values, places) => {
        const total = values.reduce((a, b) => a + b, 0n);
        const decimals = values.map((value) => fromScaled(value, places));
        expect(toScaled(sum(decimals), places)).toBe(total);
        expect(toScaled(sum(decimals.toReversed()), places)).toBe(total);
      }),
    );
  });

  it('a price of 8 decimals times minutes times a discount loses nothing', () => {
    fc.assert(
      fc.property(
        fc.bigInt(0n, 10n ** 14n),
        fc.bigInt(0n, 10n ** 15n),
        fc.bigInt(0n, 10n ** 8n),
        (price, minutes, discount) => {
          const product = fromScaled(price, 8)
            .times(decimal(minutes))
            .times(fromScaled(discount, 8));
          expect(toScaled(product, 16)).toBe(price * minutes * discount);
        },
      ),
    );
  });
});

describe('scaledNumber', () => {
  it.each([
    ['12.5', 8, 1_250_000_000],
    ['12345678.9', 1, 123_456_789],
    ['1234567890123.45', 2, 123_456_789_012_345],
    ['0.00000001', 8, 1],
    ['0.0000123', 8, 1230],
    ['-3.14', 2, -314],
    ['100000000000000', 1, 1_000_000_000_000_000],
    ['0', 8, 0],
    ['-0', 8, 0],
  ])('%s in units of the %i. decimal', (text, scale, scaled) => {
    expect(scaledNumber(decimal(text), scale)).toBe(scaled);
  });

  it.each([
    ['0.123', 2],
    ['0.00000000000000000000000000001', 8],
    ['9007199254740992', 0],
    ['9007199254740.99300000001', 11],
    ['9007199254740993', 3],
    ['10000000000000000000000000000000000000', 0],
  ])('%s in units of the %i. decimal is no exact number', (text, scale) => {
    expect(scaledNumber(decimal(text), scale)).toBeNull();
  });
});

describe('isSame', () => {
  const decimals = fc.tuple(units, scale).map(([scaled, places]) => fromScaled(scaled, places));

  it('says what the library says', () => {
    fc.assert(
      fc.property(decimals, decimals, (a, b) => {
        expect(isSame(a, b)).toBe(a.eq(b));
        expect(isSame(a, a.plus(b).minus(b))).toBe(true);
        expect(isSame(a, decimal(toText(a)))).toBe(true);
        expect(isSame(a, a.neg())).toBe(a.isZero());
      }),
    );
  });

  it('knows one zero, and nothing that is no finite number', () => {
    const none = decimal(0).div(0);
    const endless = decimal(1).div(0);
    expect(isSame(decimal(0), decimal(0).neg())).toBe(true);
    expect(isSame(endless, decimal(1))).toBe(false);
    expect(isSame(decimal(1), endless)).toBe(false);
    expect(isSame(none, decimal(0).div(0))).toBe(false);
    expect(isSame(endless, decimal(1).div(0))).toBe(true);
  });
});
