import type { ReadableDb } from '../workspace/connection';
import { rowsHash } from './step-rows';
import { changesOfStep, traceOf } from './step-trace';

/** Kinds of entries that always tell of a step; of the others some do. */
const OF_STEPS: ReadonlySet<string> = new Set(['decided', 'step-undone', 'step-redone']);

const idOf = (kind: string, key: string) => `${kind} ${key}`;

/** The steps of a workspace, followed along its trail: what each changed, and what they make together. */
export class TrailedSteps {
  readonly #db: ReadableDb;
  readonly #known = new Set<number>();
  readonly #standing = new Map<string, string>();

  constructor(db: ReadableDb) {
    this.#db = db;
  }

  /** False where the entry is about a step whose kept changes are not those that it hashed. */
  agrees({ kind, details }: { readonly kind: string; readonly details: string }): boolean {
    const told = JSON.parse(details) as Readonly<Record<string, unknown>>;
    const { step, pieces, rowsSha256, changesSha256 } = told;
    if (typeof step !== 'number') return !OF_STEPS.has(kind);
    const changes = changesOfStep(this.#db, step);
    // A step of rows alone is told of without a hash over judgements, of which it has none.
    if (traceOf(changes).changesSha256 !== (changesSha256 ?? traceOf([]).changesSha256))
      return false;
    if (pieces !== undefined)
      if (typeof pieces !== 'number' || rowsHash(this.#db, step, pieces) !== rowsSha256)
        return false;
    this.#known.add(step);
    for (const { kind: about, key, before, after } of changes) {
      const body = kind === 'step-undone' ? before : after;
      if (body === null) this.#standing.delete(idOf(about, key));
      else this.#standing.set(idOf(about, key), body);
    }
    return true;
  }

  /** True where every judgement that stands is the one that the steps made, and no step is without its entry. */
  standAsTheyAre(): boolean {
    const rows = this.#db
      .prepare<{ kind: string; key: string; body: string }>(
        'SELECT kind, key, body FROM judgements',
      )
      .all();
    const steps = this.#db.prepare<{ id: bigint }>('SELECT id FROM judgement_steps').all();
    return (
      rows.length === this.#standing.size &&
      rows.every(({ kind, key, body }) => this.#standing.get(idOf(kind, key)) === body) &&
      steps.every(({ id }) => this.#known.has(Number(id)))
    );
  }
}
