import type { BillLineRow, ComparisonRow } from '../../shared/contract/audits';
import type { Input } from '../../shared/contract/contract';
import { dayField, itemField } from '../../shared/contract/fields';
import { dayAfter, dayBefore } from '../format/day-text';

/** A place for bill lines as it is being chosen; empty texts are not chosen yet. */
export interface PlaceDraft {
  readonly sdkAppId: string;
  readonly item: string;
  readonly firstDay: string;
  /** Included. */
  readonly lastDay: string;
}

export type Place = Pick<Input<'matches.place'>, 'sdkAppId' | 'item' | 'period'>;

/** What the line itself prints, to begin with. */
export function printedPlace(line: BillLineRow): PlaceDraft {
  const { sdkAppId, item, usageStart, usageEnd } = line;
  return {
    sdkAppId: sdkAppId ?? '',
    item: item ?? '',
    firstDay: usageStart?.slice(0, 10) ?? '',
    lastDay: lastDayOf(usageStart, usageEnd),
  };
}

/** Some exports end at 23:59:59 of the last day, some at 00:00:00 of the day after it. */
function lastDayOf(start: string | null, end: string | null): string {
  if (start === null) return '';
  if (end === null || end <= start) return start.slice(0, 10);
  const last = end.slice(0, 10);
  return end.endsWith('T00:00:00') ? dayBefore(last) : last;
}

export function placeOfCharge(charge: ComparisonRow): PlaceDraft {
  return {
    sdkAppId: charge.sdkAppId ?? '',
    item: charge.item ?? '',
    firstDay: charge.periodStart,
    lastDay: dayBefore(charge.periodEnd),
  };
}

/** The place that a draft says; null while something is missing or the days run backwards. */
export function readPlace({ sdkAppId, item, firstDay, lastDay }: PlaceDraft): Place | null {
  const known = itemField.safeParse(item);
  const from = dayField.safeParse(firstDay);
  const last = dayField.safeParse(lastDay);
  if (sdkAppId === '' || !known.success || !from.success || !last.success) return null;
  const to = dayField.parse(dayAfter(last.data));
  return from.data < to ? { sdkAppId, item: known.data, period: { from: from.data, to } } : null;
}
