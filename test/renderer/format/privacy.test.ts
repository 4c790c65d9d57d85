import { afterEach, describe, expect, it } from 'vitest';
import {
  formatAmount,
  formatCount,
  formatId,
  formatPrice,
  formatQuantity,
  formatSignedAmount,
} from '../../../src/renderer/format/decimal-text';
import {
  onPrivacy,
  setPrivate,
  VEIL,
  veiled,
  veiledDigits,
} from '../../../src/renderer/format/privacy';

afterEach(() => setPrivate(false));

describe('privacy mode', () => {
  it('hides amounts, prices, quantities and ids, always behind the same veil', () => {
    setPrivate(true);
    for (const written of [formatAmount, formatSignedAmount, formatPrice, formatQuantity, formatId])
      for (const value of ['1', '-1234567.891']) expect(written(value)).toBe(VEIL);
    expect(veiled('1400123456')).toBe(VEIL);
  });

  it('leaves counts of rows, days and words', () => {
    setPrivate(true);
    expect(formatCount(1234)).toBe('1,234');
    expect(veiledDigits('2023-06-01')).toBe('2023-06-01');
    expect(veiledDigits('2023-06-01T08:00:00')).toBe('2023-06-01T08:00:00');
    expect(veiledDigits('audio')).toBe('audio');
    expect(veiledDigits('audio 12')).toBe(VEIL);
  });

  it('changes nothing while it is off, and tells who listens when it changes', () => {
    expect(formatAmount('1234.5')).toBe('1,234.50');
    let told = 0;
    const stop = onPrivacy(() => (told += 1));
    setPrivate(true);
    setPrivate(true);
    setPrivate(false);
    stop();
    setPrivate(true);
    expect(told).toBe(2);
  });
});
