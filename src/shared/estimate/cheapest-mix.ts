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
  readonly bound: SavingsBound;
  /** Exact cost of what a mix leaves to be paid, its own price not counted. */
  readonly restOf: (mix: Mix) => Decimal;
}

export interface CheapestMix {
  readonly mix: Mix;
  readonly total: Decimal;
  /** Mixes whose exact cost was worked out. */
  readonly tried: number;
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
 * The bound takes each package minute to save the most it could; the cost of a mix is its own replay. A
 * larger custom size can cost less than a smaller one (the whole quantity is at the price of its size), which
 * is why ranges of sizes are kept apart by offer and halved until the bound closes them. Sizes beyond the
 * whole demand need no look: the custom package of that size covers everything already, for less.
 *
 * How it scales: bounds cost a few operations each and do not depend on the amount of usage; replays do, in
 * proportion to it. Where all usage saves about the same for each package minute (list prices; the ratios
 * follow the prices) the bound is tight and a handful of replays suffices. Where it saves very different
 * amounts (a contract that makes some items cheap), the number of replays grows towards one for every custom
 * size below the demand. The number of packages in the mix is the depth of the search.
 *
 * Of mixes that cost the same, one that ties with not buying is never taken.
 */
export function cheapestMix(search: MixSearch): CheapestMix {
  const { payAsYouGo, restOf } = search;
  const branches = new Branches(search);
  const queue = new LowestFirst<Node>(
    (a, b) => a.lower.lessThan(b.lower) || (a.lower.eq(b.lower) && a.price.lessThan(b.price)),
  );
  const known = new Map<string, Decimal>();
  let best: { readonly mix: Mix; readonly total: Decimal } = { mix: [], total: payAsYouGo };
  const tryMix = (mix: Mix, price: Decimal) => {
    const sizes = mix.map(({ minutes }) => minutes).join();
    const rest = known.get(sizes) ?? restOf(mix);
    known.set(sizes, rest);
    const total = price.plus(rest);
    if (total.lessThan(best.total)) best = { mix, total };
  };

  queue.add(branches.root());
  for (let node = queue.take(); node !== undefined; node = queue.take()) {
    if (node.lower.greaterThanOrEqualTo(best.total)) break;
    if (node.next.kind === 'closed') tryMix(node.mix, node.price);
    for (const branch of branches.of(node))
      if (branch.lower.lessThan(best.total)) queue.add(branch);
  }
  return { ...best, tried: known.size };
}

/** The tree of all mixes, each node with its bound. */
class Branches {
  readonly #catalogue: Catalogue;
  readonly #payAsYouGo: Decimal;
  readonly #bound: SavingsBound;
  /** For each offer: the least price per minute of it and all that can be added after it. */
  readonly #cheapestFrom: readonly (Decimal | null)[];

  constructor({ catalogue, payAsYouGo, bound }: MixSearch) {
    this.#catalogue = catalogue;
    this.#payAsYouGo = payAsYouGo;
    this.#bound = bound;
    const custom = catalogue.custom.map(({ perMinute }) => perMinute);
    const fixed = catalogue.fixed.map(({ price, minutes }) => price.div(decimal(minutes)));
    this.#cheapestFrom = [...fixed, null].map((_, index) =>
      leastOf([...fixed.slice(index), ...custom]),
    );
  }

  root(): Node {
    return this.#open([], ZERO, 0, 0);
  }

  of(node: Node): Node[] {
    const { mix, price, held, next } = node;
    if (next.kind === 'closed') return [];
    if (next.kind === 'custom') return this.#narrower(node, next.offer, next.low, next.high);
    const { fixed, custom } = this.#catalogue;
    return [
      this.#closed(mix, price, held),
      ...fixed.slice(next.from).map((one, index) => {
        const more = [...mix, { offer: one.offer, minutes: one.minutes, price: one.price }];
        return this.#open(more, price.plus(one.price), held + one.minutes, next.from + index);
      }),
      ...custom.flatMap((offer) => {
        const enough = Math.max(offer.smallest, this.#roundUp(this.#bound.demand));
        const high = offer.largest === null ? enough : Math.min(offer.largest, enough);
        return this.#custom(mix, price, held, offer, offer.smallest, high);
      }),
    ];
  }

  #open(mix: Mix, price: Decimal, held: number, from: number): Node {
    const cheapest = this.#cheapestFrom[from] ?? null;
    // Beyond the demand nothing more is saved, so more minutes cannot lower the bound.
    const room = Math.max(0, this.#bound.demand - held);
    const least =
      cheapest === null
        ? this.#bound.at(held).negated()
        : this.#bound.leastNet(cheapest, held, 0, room);
    return this.#node(mix, price, held, least, { kind: 'open', from });
  }

  #closed(mix: Mix, price: Decimal, held: number): Node {
    return this.#node(mix, price, held, this.#bound.at(held).negated(), { kind: 'closed' });
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
    const least = this.#bound.leastNet(offer.perMinute, held, low, high);
    return [this.#node(mix, price, held, least, { kind: 'custom', offer, low, high })];
  }

  /** Two halves of a range of sizes, or the one size that is left as a whole mix. */
  #narrower({ mix, price, held }: Node, offer: CustomOffer, low: number, high: number): Node[] {
    if (low === high) {
      const paid = customPrice(offer, low);
      const whole = [...mix, { offer: offer.offer, minutes: low, price: paid }];
      return [this.#closed(whole, price.plus(paid), held + low)];
    }
    const { step } = this.#catalogue;
    const middle = low + Math.floor((high - low) / step / 2) * step;
    return [
      ...this.#custom(mix, price, held, offer, low, middle),
      ...this.#custom(mix, price, held, offer, middle + step, high),
    ];
  }

  #node(mix: Mix, price: Decimal, held: number, net: Decimal, next: Node['next']): Node {
    return { mix, price, held, lower: price.plus(this.#payAsYouGo).plus(net), next };
  }

  #roundUp(minutes: number): number {
    const { step } = this.#catalogue;
    return Math.ceil(minutes / step) * step;
  }
}

function leastOf(values: readonly Decimal[]): Decimal | null {
  const [first, ...others] = values;
  if (first === undefined) return null;
  return others.reduce((least, value) => (value.lessThan(least) ? value : least), first);
}

/** What a mix costs to buy. */
export function priceOf(mix: Mix): Decimal {
  return mix.reduce((total, { price }) => total.plus(price), ZERO);
}
