import type { Output } from '../../../shared/contract/contract';

/** Use by day and kind as a picture needs it: one line of minutes for each kind, biggest first. */
export interface UsagePart {
  /** null: all kinds that are not drawn by themselves. */
  readonly key: string | null;
  /** Minutes for each day, in the order of `days`; rounded, since only the geometry is made of them. */
  readonly values: readonly number[];
}

export function usageParts(
  series: Output<'usage.series'>,
  days: readonly string[],
): readonly UsagePart[] {
  const keys = [...new Set(series.map(({ key }) => key))];
  const parts = keys.map((key) => {
    const byDay = new Map(
      series.filter((part) => part.key === key).map(({ day, seconds }) => [String(day), seconds]),
    );
    return { key, values: days.map((day) => Math.round((byDay.get(day) ?? 0) / 60)) };
  });
  const sum = ({ values }: UsagePart) => values.reduce((all, value) => all + value, 0);
  return parts.sort((a, b) => Number(a.key === null) - Number(b.key === null) || sum(b) - sum(a));
}
