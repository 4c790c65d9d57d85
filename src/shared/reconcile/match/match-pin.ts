import { lineKeys } from '../../bill/line-key';
import type { BillLine } from '../../bill/bill-line';
import type { Item } from '../../catalog/item';
import type { Day } from '../../period/day';

/**
 * What a person says about where a line belongs, by the line's key (bill/line-key.ts). apart: it is compared
 * with nothing. placed: it stands for these days of this application and item, whatever it prints.
 */
export type MatchPin =
  | { readonly kind: 'apart'; readonly lineKey: string }
  | {
      readonly kind: 'placed';
      readonly lineKey: string;
      readonly sdkAppId: string;
      readonly item: Item;
      readonly from: Day;
      readonly to: Day;
    };

/** What was said about these lines, by the line's id. What was said of lines that are not there waits for them. */
export function pinsOfLines(
  lines: readonly BillLine[],
  pins: readonly MatchPin[],
): ReadonlyMap<number, MatchPin> {
  if (pins.length === 0) return new Map();
  const keys = lineKeys(lines);
  const pinOf = new Map(pins.map((pin) => [pin.lineKey, pin]));
  return new Map(
    lines.flatMap(({ id }) => {
      const pin = pinOf.get(keys.get(id) ?? '');
      return pin ? [[id, pin] as const] : [];
    }),
  );
}
