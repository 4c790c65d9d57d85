import type { Drawdown } from '../../drawdown/drawdown';
import type { ComputedDraw } from './compare-draws';

/** Single draws added up by source, day, application and item; the ratio is one, since it goes by the day. */
export function computedDraws(drawdowns: readonly Drawdown[]): ComputedDraw[] {
  const sums = new Map<string, { -readonly [Field in keyof ComputedDraw]: ComputedDraw[Field] }>();
  for (const { source, day, sdkAppId, item, rawMinutes, ratio, deducted } of drawdowns) {
    const key = `${source}/${day}/${sdkAppId}/${item}`;
    const known = sums.get(key) ?? { source, day, sdkAppId, item, raw: 0, ratio, deducted: 0 };
    known.raw += rawMinutes;
    known.deducted += deducted;
    sums.set(key, known);
  }
  return [...sums.values()];
}
