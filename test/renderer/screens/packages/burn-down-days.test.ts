import { describe, expect, it } from 'vitest';
import { burnDownDays, heldBefore } from '../../../../src/renderer/screens/packages/burn-down-days';
import { day } from '../../../../src/shared/period/day';

const drawn = (on: string, deducted: number, balanceAfter: number) => ({
  day: day(on),
  draws: 1,
  rawMinutes: deducted,
  deducted,
  balanceAfter,
});

describe('the way down of a balance', () => {
  const period = { from: '2024-02-27', to: '2024-03-04' };

  it('holds between draws, and before the first what that one found', () => {
    const source = { from: day('2024-01-01'), through: day('2024-12-31') };
    const days = burnDownDays(
      source,
      [drawn('2024-02-28', 30, 70), drawn('2024-03-02', 70, 0)],
      period,
    );
    expect(days).toEqual([
      { day: '2024-02-27', left: 100 },
      { day: '2024-02-28', left: 70 },
      { day: '2024-02-29', left: 70 },
      { day: '2024-03-01', left: 70 },
      { day: '2024-03-02', left: 0 },
      { day: '2024-03-03', left: 0 },
    ]);
  });

  it('is drawn only on days on which it could be used', () => {
    const source = { from: day('2024-02-28'), through: day('2024-03-01') };
    const days = burnDownDays(source, [drawn('2024-02-28', 1, 9)], period);
    expect(days.map((one) => one.day)).toEqual(['2024-02-28', '2024-02-29', '2024-03-01']);
  });

  it('is not made up where nothing was drawn', () => {
    expect(
      burnDownDays({ from: day('2024-01-01'), through: day('2024-12-31') }, [], period),
    ).toEqual([]);
  });

  it('begins with what the first day found, or a package that one day used up would look like an empty one', () => {
    const source = { from: day('2024-02-27'), through: day('2024-12-31') };
    const used = [drawn('2024-02-27', 24_999, 1), drawn('2024-02-28', 1, 0)];
    expect(heldBefore(burnDownDays(source, used, period), used)).toBe(25_000);
    // Days before the first draw show it already.
    const later = [drawn('2024-02-28', 1, 9)];
    expect(heldBefore(burnDownDays(source, later, period), later)).toBeNull();
    expect(heldBefore([], [])).toBeNull();
  });
});
