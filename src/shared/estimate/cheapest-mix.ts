import { ZERO, decimal, type Decimal } from '../money/decimal';
import { customPrice, type Catalogue, type CustomOffer, type FixedOffer } from './catalogue';
import { LowestFirst } from './lowest-first';
import type { SavingsBound } from './savings-bound';

/** One package of a mix. */
export interface Purchase {
  readonly offer: FixedOffer['offer'];
  readonly minutes: number;
  readonly price: Decimal;
}

/** Packages bought together, in the order in which they were put together: the largest fixed ones first. */
export type Mix = readonly Purchase[];

export interface MixSearch {
  readonly catalogue: Catalogue;
  /** Cost of all usage without any package. */
  readonly payAsYouGo: Decimal;
  /** The most that package minutes can save, whatever they are used for. */
  readonly loose: SavingsBound;
  /** The most that they can save in the order in which they are used, but for the strays of each package. */
  readonly sharp: SavingsBound;
  /** What one package can save beyond `sharp`. */
  readonly stray: Decimal;
  /** Exact cost of what a mix leaves to be paid, its own price not counted. */
  readonly restOf: (mix: Mix) => Decimal;
}

export interface CheapestMix {
  readonly mix: Mix;
  readonly total: Decimal;
  /** Mixes whose exact cost was worked out. */
  readonly tried: number;
}

/** Where a search stands before the next mix is worked out. */
export interface MixSearchState {
  readonly tried: number;
  /** Total of the best mix so far. */
  readonly best: Decimal;
  /** No mix costs less than this; the search ends when it is not below `best`. */
  readonly lower: Decimal;
}

interface Node {
  readonly mix: Mix;
  readonly price: Decimal;
  readonly held: number;
  /** No mix that grows from here costs less in total. */
  readonly lower: Decimal;
  /** open: more may be added, from this offer on; closed: as it is; custom: and one custom size of these. */
  readonly next:
    | { readonly kind: 'open'; readonly from: number }
    | { readonly kind: 'closed' }
    | {
        readonly kind: 'custom';
        readonly offer: CustomOffer;
        readonly low: number;
        readonly high: number;
      };
}

/**
 * The cheapest number of each fixed package together with at most one custom size, and pay-as-you-go for the
 * rest. Exact: a best-first search over all mixes that drops a branch only where a bound below the cost of
 * everything in it is not below the best mix that was worked out.
 *
 * The bound is the higher of two: each package minute saves the most it could; or usage is covered day by day,
 * but for what the packages keep because it is too little for one minute. The cost of a mix is its own replay. A
 * larger custom size can cost less than a smaller one (the whole quantity is at the price of its size), which
 * is why ranges of sizes are kept apart by offer and halved until the bound closes them. Sizes beyond the
 * whole demand need no look: the custom package of that size covers everything already, for less.
 *
 * How it scales: a bound costs a few operations for each corner of its curve, however much usage there is; a
 * replay costs one draw-down of all of it, and replays are what takes time. At list prices every package minute
 * saves the same (the ratios follow the prices) and one replay or a few suffice. Where a contract makes usage of
 * one day worth very different amounts, the bound is above the truth by what the order inside a day can make,
 * and every size within that of the best is replayed: a year of ten applications and six tiers (21,900
 * quantities) took one replay, half a second, at list prices or with one discount of 0.9, and about 1,200
 * replays, a minute and a half, with discounts of 0.6 and 0.8 on two tiers. The number of packages in the mix
 * is the depth of the search.
 *
 * Of mixes that cost the same, one that ties with not buying is never taken.
 *
 * Yields before each mix that is worked out, so that a caller can show how far it is and stop it there.
 */
export function* searchMixes(search: MixSearch): Generator<MixSearchState, CheapestMix, void> {
  const { payAsYouGo, restOf } = search;
  const branches = new Branches(search);
  const queue = new LowestFirst<Node>(
    (a, b) => a.lower.lessThan(b.lower) || (a.lower.eq(b.lower) && a.price.lessThan(b.price)),
  );
  const known = new Map<string, Decimal>();
  let best: { readonly mix: Mix; readonly total: Decimal } = { mix: [], total: payAsYouGo };

  queue.add(branches.root());
  for (let node = queue.take(); node !== undefined; node = queue.take()) {
    if (node.lower.greaterThanOrEqualTo(best.total)) break;
    if (node.next.kind === 'closed') {
      const { mix, price, lower } = node;
      const sizes = mix.map(({ minutes }) => minutes).join();
      let rest = known.get(sizes);
      if (rest === undefined) {
        yield { tried: known.size, best: best.total, lower };
        rest = restOf(mix);
        known.set(sizes, rest);
      }
      const total = price.plus(rest);
      if (total.lessThan(best.total)) best = { mix, total };
    }
    for (const branch of branches.of(node))
      if (branch.lower.lessThan(best.total)) queue.add(branch);
  }
  return { ...best, tried: known.size };
}

/** The tree of all mixes, each node with its bound. */
class Branches {
  readonly #search: MixSearch;
  readonly #demand: number;
  /** For each offer: the least price per minute of it and all that can be added after it. */
  readonly #cheapestFrom: readonly (Decimal | null)[];
  /** The same, each package for as much less as it can save by strays. */
  readonly #withStraysFrom: readonly (Decimal | null)[];

  constructor(search: MixSearch) {
    this.#search = search;
    this.#demand = search.loose.demand;
    const { fixed, custom } = search.catalogue;
    const cheapest = (off: Decimal) => {
      const ofFixed = fixed.map(({ price, minutes }) => price.minus(off).div(decimal(minutes)));
      const ofCustom = custom.map(({ perMinute }) => perMinute);
      return [...fixed, null].map((_, index) => leastOf([...ofFixed.slice(index), ...ofCustom]));
    };
    this.#cheapestFrom = cheapest(ZERO);
    this.#withStraysFrom = cheapest(search.stray);
  }

  root(): Node {
    return this.#open([], ZERO, 0, 0);
  }

  of(node: Node): Node[] {
    const { mix, price, held, next } = node;
    if (next.kind === 'closed') return [];
    if (next.kind === 'custom') return this.#narrower(node, next.offer, next.low, next.high);
    const { fixed, custom } = this.#search.catalogue;
    return [
      this.#closed(mix, price, held),
      ...fixed.slice(next.from).map((one, index) => {
        const more = [...mix, { offer: one.offer, minutes: one.minutes, price: one.price }];
        return this.#open(more, price.plus(one.price), held + one.minutes, next.from + index);
      }),
      ...custom.flatMap((offer) => {
        const enough = Math.max(offer.smallest, this.#roundUp(this.#demand));
        const high = offer.largest === null ? enough : Math.min(offer.largest, enough);
        return this.#custom(mix, price, held, offer, offer.smallest, high);
      }),
    ];
  }

  #open(mix: Mix, price: Decimal, held: number, from: number): Node {
    const { loose, sharp, stray } = this.#search;
    // Beyond the demand nothing more is saved, so more minutes cannot lower the bound.
    const room = Math.max(0, this.#demand - held);
    const least = (bound: SavingsBound, perMinute: Decimal | null) =>
      perMinute === null ? bound.at(held).negated() : bound.leastNet(perMinute, held, 0, room);
    const anyUse = least(loose, this.#cheapestFrom[from] ?? null);
    const withStrays = this.#withStraysFrom[from] ?? null;
    const next = { kind: 'open', from } as const;
    // Strays that are worth more than a package would make every further one look free.
    if (withStrays?.isNegative()) return this.#node(mix, price, held, anyUse, next);
    // One more than there are: a custom size, whose price is not lessened by its strays above.
    const strays = stray.times(mix.length + 1);
    const inOrder = least(sharp, withStrays).minus(strays);
    return this.#node(mix, price, held, higher(anyUse, inOrder), next);
  }

  #closed(mix: Mix, price: Decimal, held: number): Node {
    const { loose, sharp, stray } = this.#search;
    const inOrder = sharp.at(held).plus(stray.times(mix.length)).negated();
    const least = higher(loose.at(held).negated(), inOrder);
    return this.#node(mix, price, held, least, { kind: 'closed' });
  }

  #custom(
    mix: Mix,
    price: Decimal,
    held: number,
    offer: CustomOffer,
    low: number,
    high: number,
  ): Node[] {
    if (low > high) return [];
    const { loose, sharp, stray } = this.#search;
    const anyUse = loose.leastNet(offer.perMinute, held, low, high);
    const inOrder = sharp.leastNet(offer.perMinute, held, low, high);
    const least = higher(anyUse, inOrder.minus(stray.times(mix.length + 1)));
    return [this.#node(mix, price, held, least, { kind: 'custom', offer, low, high })];
  }

  /** Two halves of a range of sizes, or the one size that is left as a whole mix. */
  #narrower({ mix, price, held }: Node, offer: CustomOffer, low: number, high: number): Node[] {
    if (low === high) {
      const paid = customPrice(offer, low);
      const whole = [...mix, { offer: offer.offer, minutes: low, price: paid }];
      return [this.#closed(whole, price.plus(paid), held + low)];
    }
    const { step } = this.#search.catalogue;
    const middle = low + Math.floor((high - low) / step / 2) * step;
    return [
      ...this.#custom(mix, price, held, offer, low, middle),
      ...this.#custom(mix, price, held, offer, middle + step, high),
    ];
  }

  #node(mix: Mix, price: Decimal, held: number, net: Decimal, next: Node['next']): Node {
    return { mix, price, held, lower: price.plus(this.#search.payAsYouGo).plus(net), next };
  }

  #roundUp(minutes: number): number {
    const { step } = this.#search.catalogue;
    return Math.ceil(minutes / step) * step;
  }
}

const higher = (a: Decimal, b: Decimal) => (a.greaterThan(b) ? a : b);

function leastOf(values: readonly Decimal[]): Decimal | null {
  const [first, ...others] = values;
  if (first === undefined) return null;
  return others.reduce((least, value) => (value.lessThan(least) ? value : least), first);
}

/** What a mix costs to buy. */
export function priceOf(mix: Mix): Decimal {
  return mix.reduce((total, { price }) => total.plus(price), ZERO);
}
