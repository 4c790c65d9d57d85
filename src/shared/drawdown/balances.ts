import type { Item } from '../catalog/item';
import { invariant } from '../invariant';
import type { Day } from '../period/day';
import type { MinuteSource } from './minute-source';

/** A source that can be drawn for one item on one day, with what is left in it. */
export interface OpenBalance {
  readonly source: MinuteSource;
  readonly ratio: number;
  /** Whether it covers this application. */
  covers(sdkAppId: string): boolean;
  left(): number;
  take(minutes: number): void;
}

interface Holding {
  readonly source: MinuteSource;
  left: number;
}

/** What is left in each source. The only place where a balance changes. */
export class Balances {
  readonly #holdings: readonly Holding[];

  /** @param sources in draw-down order. */
  constructor(sources: readonly MinuteSource[]) {
    this.#holdings = sources.map((source) => ({ source, left: source.minutes }));
  }

  /** Sources that can be drawn for `item` on `date`, in draw-down order; empty ones are left out. */
  open(item: Item, date: Day): OpenBalance[] {
    return this.#holdings.flatMap((holding): OpenBalance[] => {
      const { source } = holding;
      if (date < source.from || date > source.through || holding.left === 0) return [];
      const ratio = source.ratioOn(item, date);
      if (ratio === null) return [];
      return [
        {
          source,
          ratio,
          covers: (sdkAppId) => source.apps === null || source.apps.has(sdkAppId),
          left: () => holding.left,
          take: (minutes) => {
            invariant(minutes <= holding.left, `balance of ${source.id} below zero`);
            holding.left -= minutes;
          },
        },
      ];
    });
  }
}
