import type { ComparisonFilter } from '../../../shared/contract/audits';
import type { ComparisonSort } from '../store/runs/comparison-query';
import type { ReadableDb } from '../store/workspace/connection';
import { AmountSum } from './amount-column';
import { Recent } from './recent';
import { rowOrder } from './row-orders';
import { rowsThatFit, type Marks } from './row-filter';
import type { RunColumns } from './run-columns';

/** The rows that fit a filter and what they come to. */
export interface FittingRows {
  readonly marks: Marks;
  readonly rows: number;
  /** x 10^8. */
  readonly difference: bigint;
}

/** So many filters and orders are remembered; a filter takes a byte a row, an order four. */
const FILTERS = 8;
const ORDERS = 4;

/**
 * The comparisons of one run as a grid: each filter and each order is worked out once, from the run's columns,
 * and a page is cut out of it wherever it lies. A stored run never changes; what people
 * decide about its rows does, so filters by decision are remembered only until something is written.
 */
export class RunGrid {
  readonly #filters = new Recent<FittingRows>(FILTERS);
  readonly #orders = new Recent<Int32Array>(ORDERS);
  readonly #places = new Recent<Int32Array>(ORDERS);

  constructor(
    private readonly db: ReadableDb,
    readonly runId: number,
    readonly columns: RunColumns,
  ) {}

  fitting(filter: ComparisonFilter, appsNamed: readonly string[]): FittingRows {
    return this.#filters.of(this.#keyOf(filter, appsNamed), () => {
      const { db, runId, columns } = this;
      const marks = rowsThatFit({ db, runId, columns }, filter, appsNamed);
      const sum = new AmountSum();
      let rows = 0;
      for (let position = 0; position < marks.length; position += 1) {
        if (marks[position] === 0) continue;
        rows += 1;
        columns.difference.addTo(sum, position);
      }
      return { marks, rows, difference: sum.total() };
    });
  }

  /** Positions of the rows at the places `from` up to, not including, `to` of the grid. */
  positions(
    filter: ComparisonFilter,
    appsNamed: readonly string[],
    { by, descending }: ComparisonSort,
    from: number,
    to: number,
  ): Int32Array {
    const ascending = this.#ascending(filter, appsNamed, by);
    if (!descending) return ascending.slice(from, to);
    const { length } = ascending;
    return ascending.slice(Math.max(0, length - to), Math.max(0, length - from)).reverse();
  }

  /** The place of a position in the grid, counted from 0; null where its row does not fit the filter. */
  placeOf(
    filter: ComparisonFilter,
    appsNamed: readonly string[],
    { by, descending }: ComparisonSort,
    position: number,
  ): number | null {
    const ascending = this.#ascending(filter, appsNamed, by);
    const place = ascending.indexOf(position);
    if (place < 0) return null;
    return descending ? ascending.length - 1 - place : place;
  }

  /** Positions of the rows that fit, in ascending order. */
  #ascending(
    filter: ComparisonFilter,
    appsNamed: readonly string[],
    by: ComparisonSort['by'],
  ): Int32Array {
    const key = `${by}\n${this.#keyOf(filter, appsNamed)}`;
    return this.#places.of(key, () => {
      const { marks, rows } = this.fitting(filter, appsNamed);
      const places = new Int32Array(rows);
      let place = 0;
      for (const position of this.#order(by)) if (marks[position] === 1) places[place++] = position;
      return places;
    });
  }

  /** All positions in an order. */
  #order(by: ComparisonSort['by']): Int32Array {
    return this.#orders.of(by, () => rowOrder(this.columns, by));
  }

  #keyOf(filter: ComparisonFilter, appsNamed: readonly string[]): string {
    const version = filter.decision
      ? this.db.prepare<{ data_version: bigint }>('PRAGMA data_version').get()?.data_version
      : undefined;
    return JSON.stringify([filter, appsNamed, version?.toString()]);
  }
}
