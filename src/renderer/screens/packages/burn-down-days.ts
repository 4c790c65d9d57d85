import type { DrawnDay, MinuteSourceRow } from '../../../shared/contract/packages';
import type { BurnDownDay } from '../../charts/burn-down-option';

const DAY_MS = 86_400_000;

/** Days of a half-open period, as they are written in columns. */
function daysOf(from: string, to: string): string[] {
  const [first, end] = [Date.parse(`${from}T00:00:00Z`), Date.parse(`${to}T00:00:00Z`)];
  return Array.from({ length: Math.max(0, (end - first) / DAY_MS) }, (_, index) =>
    new Date(first + index * DAY_MS).toISOString().slice(0, 10),
  );
}

/** What a source held before the first of the days that are shown; null where that day drew nothing from it. */
export function heldBefore(
  shown: readonly BurnDownDay[],
  [first]: readonly DrawnDay[],
): number | null {
  return first && shown[0]?.day === first.day ? first.balanceAfter + first.deducted : null;
}

/**
 * What a source held at the end of each day of the period on which it could be drawn. Between two draws it
 * holds what the earlier one left; before the first, what that one found.
 */
export function burnDownDays(
  source: Pick<MinuteSourceRow, 'from' | 'through'>,
  drawn: readonly DrawnDay[],
  period: { readonly from: string; readonly to: string },
): BurnDownDay[] {
  const [first] = drawn;
  if (!first) return [];
  const afterDay = new Map<string, number>(drawn.map((one) => [one.day, one.balanceAfter]));
  let left = first.balanceAfter + first.deducted;
  return daysOf(period.from, period.to)
    .filter((day) => day >= source.from && day <= source.through)
    .map((day) => {
      left = afterDay.get(day) ?? left;
      return { day, left };
    });
}
