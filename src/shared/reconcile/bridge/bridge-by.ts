import { invariant } from '../../invariant';
import { sum, type Decimal } from '../../money/decimal';
import { BridgeTally, withoutBill, type Bridged, type BridgeStep } from './bridge';
import type { Comparison } from '../result/discrepancy';

/** By what a bridge is taken apart: the month of the first day of use, the application, the billing item. */
export const BRIDGE_DIMENSIONS = ['month', 'application', 'item'] as const;
export type BridgeDimension = (typeof BRIDGE_DIMENSIONS)[number];

/** What all comparisons of one month, application or item come to. */
export interface BridgeSum {
  /** `2023-06`, an sdkAppId or an item; null: comparisons that name none. */
  readonly key: string | null;
  readonly expected: Decimal;
  readonly billed: Decimal;
  /** 0 where no bill was compared. */
  readonly comparisons: number;
}

/** The way from expected to billed of one month, application or item. */
export interface BridgePart extends BridgeSum {
  /** Add up to billed - expected exactly. */
  readonly steps: readonly BridgeStep[];
}

type Placed = Pick<Comparison, 'periodStart' | 'sdkAppId' | 'item'>;

/** In which part of the bridge a comparison stands. */
export function bridgeKey({ periodStart, sdkAppId, item }: Placed, by: BridgeDimension) {
  switch (by) {
    case 'month':
      return periodStart.slice(0, 7);
    case 'application':
      return sdkAppId;
    case 'item':
      return item;
  }
}

/** A bridge in parts that is built one comparison after another; each is given once. */
export class BridgePartTally {
  readonly #by: BridgeDimension;
  readonly #tallies = new Map<string | null, BridgeTally>();

  constructor(by: BridgeDimension) {
    this.#by = by;
  }

  add(one: Bridged & Placed): void {
    const key = bridgeKey(one, this.#by);
    const tally = this.#tallies.get(key) ?? new BridgeTally();
    this.#tallies.set(key, tally);
    tally.add(one);
  }

  /**
   * `sums` holds every part; at least each comparison whose two amounts are not the same was given. Every part closes,
   * and cause by cause the parts add up to the bridge of the whole. The part with the largest difference comes first;
   * months come in their order.
   */
  parts(sums: Iterable<BridgeSum>): BridgePart[] {
    const parts = [...sums].map((one) => ({ ...one, steps: this.#stepsOf(one) }));
    const size = ({ billed, expected }: BridgeSum) => billed.minus(expected).abs();
    return parts.sort(
      (a, b) => (this.#by === 'month' ? 0 : size(b).cmp(size(a))) || byKey(a.key, b.key),
    );
  }

  #stepsOf(part: BridgeSum): BridgeStep[] {
    const difference = part.billed.minus(part.expected);
    const bare = part.comparisons === 0 && !difference.isZero();
    const tally = this.#tallies.get(part.key);
    const steps = bare ? [withoutBill(difference)] : (tally?.steps() ?? []);
    invariant(
      sum(steps.map(({ amount }) => amount)).eq(difference),
      `the bridge of ${part.key ?? 'what names none'} does not close`,
    );
    return steps;
  }
}

/** The bridge in parts, of comparisons that are there at once; see {@link BridgePartTally}. */
export function bridgeParts(
  by: BridgeDimension,
  sums: Iterable<BridgeSum>,
  differing: Iterable<Bridged & Placed>,
): BridgePart[] {
  const tally = new BridgePartTally(by);
  for (const one of differing) tally.add(one);
  return tally.parts(sums);
}

/** What names nothing comes last. */
function byKey(a: string | null, b: string | null): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  return a < b ? -1 : 1;
}
