import type { Charge } from '../../../../shared/settlement/charge';

/**
 * Where the charges of a run stand. They are asked for by their ids nearly in their own order, so that the next one
 * mostly is the one that is meant; an index of all ids is made when it first is not.
 */
export class ChargePlaces {
  readonly #charges: readonly Pick<Charge, 'id'>[];
  #next = 0;
  #byId: ReadonlyMap<string, number> | null = null;

  constructor(charges: readonly Pick<Charge, 'id'>[]) {
    this.#charges = charges;
  }

  /** Undefined where no charge has that id. */
  of(id: string): number | undefined {
    const place = this.#charges[this.#next]?.id === id ? this.#next : this.#index().get(id);
    if (place !== undefined) this.#next = place + 1;
    return place;
  }

  #index(): ReadonlyMap<string, number> {
    return (this.#byId ??= new Map(this.#charges.map(({ id }, place) => [id, place])));
  }
}
