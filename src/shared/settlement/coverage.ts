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

/** What the days of every application are held against. */
export interface CoverageGround {
  readonly period: Period;
  /** The moment at which this is asked, on the billing clock. */
  readonly now: LocalTime;
  readonly bills: readonly CoveredBill[];
  /** Money that a day of an application should have cost; null where no audit says it. */
  readonly dueOn: (day: Day, sdkAppId: string) => Decimal | null;
  /** Money per minute of an item on a day; null where there is no price. */
  readonly perMinute: (sdkAppId: string, item: Item, day: Day) => Decimal | null;
}

export interface CoverageInput extends CoverageGround {
  /** Also of days beside the period: they tell what is expected at its ends. */
  readonly usage: readonly CoveredUsage[];
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
export function coverageOf({ usage, ...ground }: CoverageInput): CoverageRow[] {
  const calendar = new CoverageCalendar(ground);
  const byApp = new Map<string, CoveredUsage[]>();
  for (const row of usage) {
    const rows = byApp.get(row.sdkAppId);
    if (rows) rows.push(row);
    else byApp.set(row.sdkAppId, [row]);
  }
  return [...new Set([...byApp.keys(), ...calendar.billedApps])]
    .sort(compareText)
    .flatMap((sdkAppId) => calendar.rowsOf(sdkAppId, byApp.get(sdkAppId) ?? []));
}

/** A day of the period, with what is the same for every application. */
interface DayOfCalendar {
  readonly day: Day;
  readonly final: boolean;
  /** What was used on a day is charged on the next: until that one is final the line cannot be there. */
  readonly billFinal: boolean;
  /** A day to come expects nothing yet; one that has begun is not final. */
  readonly untilFinal: CoverageStatus;
}

/** What was used by one application and kind, by day. */
type UsagePlace = ReadonlyMap<Day, readonly CoveredUsage[]>;
type UsagePlaces = ReadonlyMap<CoverageKind, UsagePlace>;

/** The days of a period, held against one application after another: there can be thousands of them. */
export class CoverageCalendar {
  readonly #ground: CoverageGround;
  readonly #days: readonly DayOfCalendar[];
  readonly #linesOfAll: readonly CoveredBill[];
  readonly #linesOfApp = new Map<string, CoveredBill[]>();

  constructor(ground: CoverageGround) {
    this.#ground = ground;
    this.#days = daysOf(ground.period).map((day) => ({
      day,
      final: isFinal(day, ground.now),
      billFinal: isFinal(addDays(day, 1), ground.now),
      untilFinal: `${day}T00:00:00` <= ground.now ? 'not-final' : 'none',
    }));
    this.#linesOfAll = ground.bills.filter(({ sdkAppId }) => sdkAppId === null);
    for (const line of ground.bills) {
      if (line.sdkAppId === null) continue;
      const lines = this.#linesOfApp.get(line.sdkAppId);
      if (lines) lines.push(line);
      else this.#linesOfApp.set(line.sdkAppId, [line]);
    }
  }

  /** Applications that a bill line names. */
  get billedApps(): Iterable<string> {
    return this.#linesOfApp.keys();
  }

  /** The rows of one application: `usage` is all of its own, in reach of the period. */
  rowsOf(sdkAppId: string, usage: Iterable<CoveredUsage>): CoverageRow[] {
    const places = usageByPlace(usage);
    return COVERAGE_KINDS.flatMap((kind): CoverageRow[] => {
      if (kind === 'bill') {
        const cells = this.#billCells(sdkAppId, places);
        return cells ? [{ sdkAppId, kind, cells }] : [];
      }
      const place = places.get(kind);
      if (!place || !this.#days.some(({ day }) => place.has(day))) return [];
      return [{ sdkAppId, kind, cells: this.#usageCells(place) }];
    });
  }

  #usageCells(place: UsagePlace): CoverageCell[] {
    const first = [...place.keys()].sort(compareText)[0] ?? this.#ground.period.to;
    return this.#days.map(({ day, final, untilFinal }): CoverageCell => {
      const rows = place.get(day);
      if (rows) {
        const sources = [...new Set(rows.map(({ source }) => source))];
        const files = inOrder(rows.flatMap((row) => row.files));
        const status = final ? presence(rows, sources) : 'not-final';
        return { day, status, atRisk: null, minutesAtRisk: null, sources, files };
      }
      const cell = { day, atRisk: null, minutesAtRisk: null, sources: [], files: [] };
      if (!final) return { ...cell, status: untilFinal };
      if (day < first) return { ...cell, status: 'none' };
      return { ...cell, status: 'missing', ...riskOf(this.#ground, place, day) };
    });
  }

  /** Null where no bill and no use of the application touches the period. */
  #billCells(sdkAppId: string, places: UsagePlaces): CoverageCell[] | null {
    // Without any bill there is nothing to compare, and no line is missing from it.
    if (this.#ground.bills.length === 0) return null;
    const lines = [...(this.#linesOfApp.get(sdkAppId) ?? []), ...this.#linesOfAll];
    const covering = this.#days.map(({ day }) => lines.filter((line) => covers(line, day)));
    const used = this.#days.map(({ day }) => [...places.values()].some((place) => place.has(day)));
    if (!used.includes(true) && covering.every((found) => found.length === 0)) return null;
    return this.#days.map(({ day, billFinal, untilFinal }, index): CoverageCell => {
      const files = inOrder((covering[index] ?? []).map(({ file }) => file));
      const cell = { day, atRisk: null, minutesAtRisk: null, sources: [], files };
      if (files.length > 1) return { ...cell, status: 'double' };
      if (files.length === 1) return { ...cell, status: 'present' };
      if (!billFinal) return { ...cell, status: untilFinal };
      if (used[index] !== true) return { ...cell, status: 'none' };
      const due = this.#ground.dueOn(day, sdkAppId) ?? priceOf(this.#ground, rowsOn(places, day));
      // Free and prepaid minutes cost nothing, and then no line is due.
      return due?.isZero()
        ? { ...cell, status: 'none' }
        : { ...cell, status: 'missing', atRisk: due };
    });
  }
}

function usageByPlace(usage: Iterable<CoveredUsage>): UsagePlaces {
  const places = new Map<CoverageKind, Map<Day, CoveredUsage[]>>();
  for (const row of usage) {
    const kind = kindOf(row.item);
    if (kind === null) continue;
    let place = places.get(kind);
    if (!place) places.set(kind, (place = new Map<Day, CoveredUsage[]>()));
    const rows = place.get(row.day);
    if (rows) rows.push(row);
    else place.set(row.day, [row]);
  }
  return places;
}

function rowsOn(places: UsagePlaces, date: Day): CoveredUsage[] {
  return COVERAGE_KINDS.flatMap((kind) => places.get(kind)?.get(date) ?? []);
}

function daysOf({ from, to }: Period): Day[] {
  return Array.from({ length: toSerial(to) - toSerial(from) }, (_, index) => addDays(from, index));
}

/** Each once, ascending. */
function inOrder(files: readonly number[]): number[] {
  return [...new Set(files)].sort((a, b) => a - b);
}

function presence(
  rows: readonly CoveredUsage[],
  sources: readonly UsageSource[],
): 'present' | 'double' {
  return sources.length > 1 || rows.some(({ files }) => files.length > 1) ? 'double' : 'present';
}

/** The average of the nearest days before and behind, at the price of the missing day. */
function riskOf(
  { perMinute }: CoverageGround,
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

function covers({ from, through }: CoveredBill, date: Day): boolean {
  return from <= date && date <= through;
}

/** What the use of a day costs at its prices, before anything free or prepaid; null where a price is missing. */
function priceOf({ perMinute }: CoverageGround, rows: readonly CoveredUsage[]): Decimal | null {
  let sum: Decimal | null = ZERO;
  for (const row of rows.filter(({ source }) => source === rows[0]?.source)) {
    const price = perMinute(row.sdkAppId, row.item, row.day);
    sum =
      price === null || sum === null ? null : sum.plus(price.times(Math.ceil(row.seconds / 60)));
  }
  return sum;
}
