import { lineKeys } from '../bill/line-key';
import type { BillLine } from '../bill/bill-line';
import type { Item } from '../catalog/item';
import type { Issue } from '../issue';
import type { Day } from '../period/day';
import type { Period } from '../period/period';
import type { Group, PlacedLine } from './match';
import type { SettlementLines } from './settlement-lines';

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

/** The lines as pinned: those to match, and a group of its own for each that is to stand apart. */
export interface PinnedLines {
  readonly settled: SettlementLines;
  readonly apart: readonly Group[];
}

type Unplaced = { readonly line: BillLine; readonly period: Period | null };

/** Carries out the pins. Pins of lines that are not there are kept for when they are, and do nothing. */
export function pinLines(settled: SettlementLines, pins: readonly MatchPin[]): PinnedLines {
  if (pins.length === 0) return { settled, apart: [] };
  const all = [...settled.named, ...settled.unnamed, ...settled.unplaced].map(({ line }) => line);
  const keys = lineKeys(all);
  const pinOf = new Map(pins.map((pin) => [pin.lineKey, pin]));
  const pinned = (line: BillLine) => pinOf.get(keys.get(line.id) ?? '');
  const named: (PlacedLine & { readonly sdkAppId: string })[] = [];
  const unnamed: PlacedLine[] = [];
  const unplaced: Unplaced[] = [];
  const apart: Group[] = [];
  const found = new Set<Issue['origin']>();
  const take = (line: BillLine, place: PlacedLine | null, otherwise: () => void) => {
    const pin = pinned(line);
    if (pin?.kind === 'placed') {
      found.add(line.origin);
      const period = { from: pin.from, to: pin.to };
      named.push({ line, item: pin.item, sdkAppId: pin.sdkAppId, period });
    } else if (pin && place)
      apart.push({
        period: place.period,
        sdkAppId: line.sdkAppId,
        item: place.item,
        charges: [],
        lines: [line],
        apart: pin.lineKey,
      });
    else otherwise();
  };
  for (const one of settled.named) take(one.line, one, () => named.push(one));
  for (const one of settled.unnamed) take(one.line, one, () => unnamed.push(one));
  for (const one of settled.unplaced) take(one.line, null, () => unplaced.push(one));
  // That a line has no place is no longer so where a person gave it one.
  const issues = settled.issues.filter(({ origin }) => !origin || !found.has(origin));
  return { settled: { named, unnamed, unplaced, issues }, apart };
}
