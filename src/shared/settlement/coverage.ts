import type { Item } from '../catalog/item';
import { ZERO, type Decimal } from '../money/decimal';
import { addDays, toSerial, type Day } from '../period/day';
import type { LocalTime } from '../period/local-time';
import type { Period } from '../period/period';
import { compareText } from '../usage/group-usage';
import type { UsageSource } from '../usage/usage-series';

export const COVERAGE_KINDS = ['av', 'recording', 'transcoding', 'bill'] as const;
export type CoverageKind = (typeof COVERAGE_KINDS)[number];

/**
 * present: there are rows; double: two files that both count, or two sources; missing: none, though the days
 * beside it have some; not-final: the provider may still change the day; none: nothing is expected.
 */
export const COVERAGE_STATUSES = ['present', 'missing', 'double', 'not-final', 'none'] as const;
export type CoverageStatus = (typeof COVERAGE_STATUSES)[number];

/** Seconds of use of one item on one day, as counted, with the files and sources that they come from. */
export interface CoveredUsage {
  readonly day: Day;
  readonly sdkAppId: string;
  readonly item: Item;
  readonly source: UsageSource;
  readonly seconds: number;
  /** Ids of the files whose rows count. */
  readonly files: readonly number[];
}

/** Settlement lines of one application whose use covers these days, both included. */
export interface CoveredBill {
  readonly from: Day;
  readonly through: Day;
  /** null: the line names no application and speaks for all. */
  readonly sdkAppId: string | null;
  readonly file: number;
}

export interface CoverageInput {
  readonly period: Period;
  /** The moment at which this is asked, on the billing clock. */
  readonly now: LocalTime;
  /** Also of days beside the period: they tell what is expected at its ends. */
  readonly usage: readonly CoveredUsage[];
  readonly bills: readonly CoveredBill[];
  /** Money that a day of an application should have cost; null where no audit says it. */
  readonly dueOn: (day: Day, sdkAppId: string) => Decimal | null;
  /** Money per minute of an item on a day; null where there is no price. */
  readonly perMinute: (sdkAppId: string, item: Item, day: Day) => Decimal | null;
}

export interface CoverageCell {
  readonly day: Day;
  readonly status: CoverageStatus;
  /** Where it is missing: what the days beside it lead to expect, in money; null where nothing tells. */
  readonly atRisk: Decimal | null;
  /** Minutes behind `atRisk`, rounded up; null for a bill. */
  readonly minutesAtRisk: number | null;
  readonly sources: readonly UsageSource[];
  readonly files: readonly number[];
}

export interface CoverageRow {
  readonly sdkAppId: string;
  readonly kind: CoverageKind;
  /** One for each day of the period. */
  readonly cells: readonly CoverageCell[];
}

/** A day is final from 09:00 of the next one: the provider's exports are complete then. */
const FINAL_AT = 'T09:00:00';
/** How far a neighbouring day may be away to say anything about a gap. */
const NEIGHBOUR_DAYS = 7;

export function kindOf(item: Item): CoverageKind | null {
  if (item.startsWith('av.')) return 'av';
  if (item.startsWith('recording.')) return 'recording';
  return item.startsWith('transcoding.') ? 'transcoding' : null;
}

export function isFinal(date: Day, now: LocalTime): boolean {
  return now >= `${addDays(date, 1)}${FINAL_AT}`;
}

/**
 * Day x application x kind: what is there, what is missing, what is there twice. Rows come by application (as
 * text), then in the order of the kinds; an application or kind without any row in reach has no row here.
 */
export function coverageOf(input: CoverageInput): CoverageRow[] {
  const usage = usageByPlace(input.usage);
  const apps = [
    ...new Set([
      ...input.usage.map(({ sdkAppId }) => sdkAppId),
      ...input.bills.flatMap(({ sdkAppId }) => sdkAppId ?? []),
    ]),
  ].sort(compareText);
  const days = daysOf(input.period);
  return apps.flatMap((sdkAppId) =>
    COVERAGE_KINDS.flatMap((kind): CoverageRow[] => {
      if (kind === 'bill') {
        const cells = billCells(input, sdkAppId, days, usage);
        return cells ? [{ sdkAppId, kind, cells }] : [];
      }
      const place = usage.get(`${sdkAppId}/${kind}`);
      if (!place || !days.some((date) => place.has(date))) return [];
      return [{ sdkAppId, kind, cells: usageCells(input, place, days) }];
    }),
  );
}

/** What was used by one application and kind, by day. */
type UsagePlace = ReadonlyMap<Day, readonly CoveredUsage[]>;

function usageByPlace(usage: readonly CoveredUsage[]): ReadonlyMap<string, UsagePlace> {
  const places = new Map<string, Map<Day, CoveredUsage[]>>();
  for (const row of usage) {
    const kind = kindOf(row.item);
    if (kind === null) continue;
    const key = `${row.sdkAppId}/${kind}`;
    const place = places.get(key) ?? new Map<Day, CoveredUsage[]>();
    places.set(key, place);
    place.set(row.day, [...(place.get(row.day) ?? []), row]);
  }
  return places;
}

function daysOf({ from, to }: Period): Day[] {
  return Array.from({ length: toSerial(to) - toSerial(from) }, (_, index) => addDays(from, index));
}

function usageCells(input: CoverageInput, place: UsagePlace, days: readonly Day[]): CoverageCell[] {
  const known = [...place.keys()].sort(compareText);
  const first = known[0] ?? input.period.to;
  return days.map((date): CoverageCell => {
    const rows = place.get(date) ?? [];
    const sources = [...new Set(rows.map(({ source }) => source))];
    const cell = {
      day: date,
      atRisk: null,
      minutesAtRisk: null,
      sources,
      files: [...new Set(rows.flatMap(({ files }) => files))].sort((a, b) => a - b),
    };
    if (rows.length > 0) return { ...cell, status: presence(rows, date, input.now) };
    if (!isFinal(date, input.now)) return { ...cell, status: isPast(date, input.now) };
    if (date < first) return { ...cell, status: 'none' };
    return { ...cell, status: 'missing', ...riskOf(input, place, date) };
  });
}

function presence(rows: readonly CoveredUsage[], date: Day, now: LocalTime): CoverageStatus {
  if (!isFinal(date, now)) return 'not-final';
  const twice =
    new Set(rows.map(({ source }) => source)).size > 1 ||
    rows.some(({ files }) => files.length > 1);
  return twice ? 'double' : 'present';
}

/** A day to come expects nothing yet; one that has begun is not final. */
function isPast(date: Day, now: LocalTime): CoverageStatus {
  return `${date}T00:00:00` <= now ? 'not-final' : 'none';
}

/** The average of the nearest days before and behind, at the price of the missing day. */
function riskOf(
  { perMinute }: CoverageInput,
  place: UsagePlace,
  date: Day,
): Pick<CoverageCell, 'atRisk' | 'minutesAtRisk'> {
  const neighbours = [nearest(place, date, -1), nearest(place, date, 1)].filter(
    (rows) => rows !== null,
  );
  if (neighbours.length === 0) return { atRisk: null, minutesAtRisk: null };
  const seconds = new Map<Item, number>();
  // Two exports of one day measure the same use: only one of them is taken.
  for (const rows of neighbours)
    for (const row of rows.filter(({ source }) => source === rows[0]?.source))
      seconds.set(row.item, (seconds.get(row.item) ?? 0) + row.seconds);
  let minutes = 0;
  let atRisk: Decimal | null = ZERO;
  for (const [item, sum] of seconds) {
    const average = Math.ceil(sum / neighbours.length / 60);
    minutes += average;
    const price = perMinute(neighbours[0]?.[0]?.sdkAppId ?? '', item, date);
    atRisk = price === null || atRisk === null ? null : atRisk.plus(price.times(average));
  }
  return { atRisk, minutesAtRisk: minutes };
}

function nearest(place: UsagePlace, date: Day, step: 1 | -1): readonly CoveredUsage[] | null {
  for (let away = 1; away <= NEIGHBOUR_DAYS; away++) {
    const rows = place.get(addDays(date, step * away));
    if (rows) return rows;
  }
  return null;
}

/** Null where no bill and no use of the application touches the period. */
function billCells(
  input: CoverageInput,
  sdkAppId: string,
  days: readonly Day[],
  usage: ReadonlyMap<string, UsagePlace>,
): CoverageCell[] | null {
  // Without any bill there is nothing to compare, and no line is missing from it.
  if (input.bills.length === 0) return null;
  const lines = input.bills.filter((line) => line.sdkAppId === null || line.sdkAppId === sdkAppId);
  const used = (date: Day) =>
    COVERAGE_KINDS.flatMap((kind) => usage.get(`${sdkAppId}/${kind}`)?.get(date) ?? []);
  if (!days.some((date) => used(date).length > 0 || lines.some((line) => covers(line, date))))
    return null;
  return days.map((date): CoverageCell => {
    const files = [
      ...new Set(lines.filter((line) => covers(line, date)).map(({ file }) => file)),
    ].sort((a, b) => a - b);
    const cell = { day: date, atRisk: null, minutesAtRisk: null, sources: [], files };
    if (files.length > 1) return { ...cell, status: 'double' };
    // What was used on a day is charged on the next: until it is final the line cannot be there.
    if (!isFinal(addDays(date, 1), input.now) && files.length === 0)
      return { ...cell, status: isPast(date, input.now) };
    if (files.length === 1) return { ...cell, status: 'present' };
    const rows = used(date);
    if (rows.length === 0) return { ...cell, status: 'none' };
    const due = input.dueOn(date, sdkAppId) ?? priceOf(input, rows);
    // Free and prepaid minutes cost nothing, and then no line is due.
    return due?.isZero()
      ? { ...cell, status: 'none' }
      : { ...cell, status: 'missing', atRisk: due };
  });
}

function covers({ from, through }: CoveredBill, date: Day): boolean {
  return from <= date && date <= through;
}

/** What the use of a day costs at its prices, before anything free or prepaid; null where a price is missing. */
function priceOf({ perMinute }: CoverageInput, rows: readonly CoveredUsage[]): Decimal | null {
  let sum: Decimal | null = ZERO;
  for (const row of rows.filter(({ source }) => source === rows[0]?.source)) {
    const price = perMinute(row.sdkAppId, row.item, row.day);
    sum =
      price === null || sum === null ? null : sum.plus(price.times(Math.ceil(row.seconds / 60)));
  }
  return sum;
}
