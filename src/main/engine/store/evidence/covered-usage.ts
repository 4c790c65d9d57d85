import { isItem, type Item } from '../../../../shared/catalog/item';
import { invariant } from '../../../../shared/invariant';
import { addDays, type Day } from '../../../../shared/period/day';
import { dayNumber } from '../../../../shared/period/day-number';
import type { Period } from '../../../../shared/period/period';
import type { CoveredUsage } from '../../../../shared/settlement/coverage';
import type { UsageSource } from '../../../../shared/usage/usage-series';
import type { ReadableDb } from '../workspace/connection';
import { importOfRow, rowsOfImport } from '../workspace/row-id';
import { safe } from './usage-sums';

interface MeterRow {
  id: number;
  sdk_app_id: string;
  item: string;
  source: UsageSource;
}

/** One application, item and source through the period: an entry for each of its days. */
interface Series {
  readonly item: Item;
  readonly source: UsageSource;
  readonly seconds: Float64Array;
  /** Which list of files; 0: no row counts. */
  readonly files: Int32Array;
}

type NumbersOfRow = readonly [day: number, meterId: number, seconds: number];

/** Stretches of neighbouring rows that have some of the period, in the order of imports. */
const STRETCHES = `
  SELECT c.id AS first, c.last_id AS last
  FROM imports i CROSS JOIN raw_chunks c ON ${rowsOfImport('c')}
  WHERE i.state = 'live' AND i.kind = 'usage' AND c.first_day < ? AND c.last_day >= ?
  ORDER BY c.id`;

const ROWS = `
  SELECT u.day, u.meter_id, u.seconds FROM usage_rows u
  WHERE u.id BETWEEN ? AND ? AND u.duplicate_of IS NULL AND u.day < ? AND u.day >= ?`;

/**
 * Counted usage of a period by application, day, item and source, with the imports it comes from. It is summed in
 * columns of numbers: thousands of applications have more than a million of such sums a month.
 */
export class CoveredDays {
  readonly #db: ReadableDb;
  readonly #days: readonly Day[];
  readonly #place = new Map<number, number>();
  /** Of each application, in the order of items and sources. */
  readonly #apps = new Map<string, Series[]>();
  readonly #ofMeter = new Map<number, Series>();
  readonly #lists = new FileLists();

  constructor(db: ReadableDb, { from, to }: Period) {
    this.#db = db;
    const days: Day[] = [];
    for (let day = from; day < to; day = addDays(day, 1)) days.push(day);
    this.#days = days;
    days.forEach((day, place) => this.#place.set(dayNumber(day), place));
  }

  /** Reads the rows; gives way between pieces of them. */
  *read(): Generator<undefined, void> {
    this.#readMeters();
    const [first, last] = [this.#days[0], this.#days.at(-1)];
    if (first === undefined || last === undefined) return;
    const [from, to] = [dayNumber(first), dayNumber(addDays(last, 1))];
    const stretches = this.#db
      .prepare<{ first: number; last: number }>(STRETCHES)
      .safeIntegers(false)
      .all(to, from);
    const rows = this.#db.prepare<NumbersOfRow>(ROWS).raw().safeIntegers(false);
    for (const stretch of stretches) {
      const importId = importOfRow(stretch.first);
      for (const row of rows.all(stretch.first, stretch.last, to, from)) this.#add(row, importId);
      yield;
    }
  }

  /** Applications of which some row counts, in no order. */
  get apps(): string[] {
    return [...this.#apps]
      .filter(([, series]) => series.some(({ files }) => files.some((list) => list > 0)))
      .map(([sdkAppId]) => sdkAppId);
  }

  /** By day, then item and source. */
  *of(sdkAppId: string): Generator<CoveredUsage> {
    const series = this.#apps.get(sdkAppId) ?? [];
    for (const [place, day] of this.#days.entries())
      for (const { item, source, seconds, files } of series) {
        const list = files[place] ?? 0;
        if (list === 0) continue;
        const sum = seconds[place] ?? 0;
        yield { day, sdkAppId, item, source, seconds: sum, files: this.#lists.at(list) };
      }
  }

  /** Meters that differ only in granularity or unit count as one. */
  #readMeters(): void {
    const meters = this.#db
      .prepare<MeterRow>(
        'SELECT id, sdk_app_id, item, source FROM meters ORDER BY sdk_app_id, item, source',
      )
      .safeIntegers(false)
      .all();
    for (const { id, sdk_app_id: sdkAppId, item, source } of meters) {
      invariant(isItem(item), `unknown item ${item} in the workspace`);
      let ofApp = this.#apps.get(sdkAppId);
      if (!ofApp) this.#apps.set(sdkAppId, (ofApp = []));
      let series = ofApp.at(-1);
      if (series?.item !== item || series.source !== source) {
        const length = this.#days.length;
        series = { item, source, seconds: new Float64Array(length), files: new Int32Array(length) };
        ofApp.push(series);
      }
      this.#ofMeter.set(id, series);
    }
  }

  #add([number, meterId, seconds]: NumbersOfRow, importId: number): void {
    const series = this.#ofMeter.get(meterId);
    const place = this.#place.get(number);
    // Asked for every row: the message is only made where it is needed.
    if (!series || place === undefined) invariant(false, `no meter ${meterId} or day ${number}`);
    series.seconds[place] = safe((series.seconds[place] ?? 0) + safe(seconds));
    series.files[place] = this.#lists.with(series.files[place] ?? 0, importId);
  }
}

/** Lists of imports, each kept once: a month has few different ones, on however many days of applications. */
class FileLists {
  readonly #lists: (readonly number[])[] = [[]];
  readonly #next = new Map<string, number>();

  at(list: number): readonly number[] {
    return this.#lists[list] ?? [];
  }

  /** The list that also has `importId`, which comes behind all that it has. */
  with(list: number, importId: number): number {
    const known = this.at(list);
    if (known.at(-1) === importId) return list;
    const key = `${list} ${importId}`;
    let next = this.#next.get(key);
    if (next === undefined) {
      next = this.#lists.push([...known, importId]) - 1;
      this.#next.set(key, next);
    }
    return next;
  }
}
