import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayBefore, formatPeriod, formatStretch } from '../../../src/renderer/format/day-text';
import { addDays, fromSerial, toSerial, day } from '../../../src/shared/period/day';

const anyDay = fc
  .integer({ min: toSerial(day('2000-01-01')), max: toSerial(day('2099-12-31')) })
  .map(fromSerial);

describe('days as they are written', () => {
  it('the day before is the calendar day before, in every zone', () => {
    fc.assert(
      fc.property(anyDay, (date) => {
        expect(dayBefore(date)).toBe(addDays(date, -1));
      }),
    );
  });

  it('a half-open stretch is shown with its last day included', () => {
    expect(formatStretch('2023-06-03', '2023-06-04')).toBe('2023-06-03');
    expect(formatStretch('2023-06-01', '2023-07-01')).toBe('2023-06-01 – 06-30');
    expect(formatStretch('2023-12-30', '2024-01-03')).toBe('2023-12-30 – 2024-01-02');
  });

  it('a whole month has its name in each language, anything else its days', () => {
    const june = { from: '2023-06-01', to: '2023-07-01' };
    expect(formatPeriod(june, 'en')).toBe('June 2023');
    expect(formatPeriod(june, 'zh-CN')).toBe('2023年6月');
    expect(formatPeriod(june, 'ko')).toBe('2023년 6월');
    expect(formatPeriod({ from: '2023-12-01', to: '2024-01-01' }, 'en')).toBe('December 2023');
    expect(formatPeriod({ from: '2023-06-01', to: '2023-08-01' }, 'en')).toBe('2023-06-01 – 07-31');
  });
});
