import { invariant } from '../../../../shared/invariant';
import type { Origin } from '../../../../shared/issue';
import type { ReadableDb } from '../workspace/connection';
import { originsOf } from './raw-rows';

/** Rows whose origins are found together: neighbours share the piece of text that has to be unpacked for one. */
const ROWS_AT_ONCE = 500;

/** The row that an origin was made for: an issue carries the very origin of what it is about. */
const ROW_OF = new WeakMap<Origin, number>();

/** The id of the row that an issue is about, where {@link LaterOrigins} gave it its origin. */
export function rowOfOrigin(origin: Origin): number | undefined {
  return ROW_OF.get(origin);
}

/**
 * Where rows stand in the user's files, found only when it is asked for: of a bill of hundreds of thousands of lines
 * an audit names the few that something is to be said about. Each row has one origin object.
 */
export class LaterOrigins {
  readonly #db: ReadableDb;
  readonly #ids: readonly number[];
  readonly #found = new Map<number, Origin>();

  /** @param ids in rising order. */
  constructor(db: ReadableDb, ids: readonly number[]) {
    this.#db = db;
    this.#ids = ids;
  }

  /** @param place of the row among the ids. */
  at(place: number): Origin {
    const id = this.#ids[place] ?? -1;
    const known = this.#found.get(id);
    if (known) return known;
    const first = place - (place % ROWS_AT_ONCE);
    for (const [row, origin] of originsOf(this.#db, this.#ids.slice(first, first + ROWS_AT_ONCE))) {
      this.#found.set(row, origin);
      ROW_OF.set(origin, row);
    }
    const origin = this.#found.get(id);
    invariant(origin, `bill line ${id} has no origin`);
    return origin;
  }
}
