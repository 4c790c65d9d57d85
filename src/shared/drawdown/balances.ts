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

/** What is left in each source. The only place where a balance changes. */
export class Balances {
  readonly #sources: readonly MinuteSource[];
  readonly #left: number[];

  /** @param sources in draw-down order. */
  constructor(sources: readonly MinuteSource[]) {
    this.#sources = sources;
    this.#left = sources.map((source) => source.minutes);
  }

  /** Sources that can be drawn for `item` on `date`, in draw-down order; empty ones are left out. */
  open(item: Item, date: Day): OpenBalance[] {
    return this.#sources.flatMap((source, index): OpenBalance[] => {
      if (date < source.from || date > source.through || this.#at(index) === 0) return [];
      const ratio = source.ratioOn(item, date);
      if (ratio === null) return [];
      return [
        {
          source,
          ratio,
          covers: (sdkAppId) => source.apps === null || source.apps.has(sdkAppId),
          left: () => this.#at(index),
          take: (minutes) => this.#take(index, minutes),
        },
      ];
    });
  }

  #at(index: number): number {
    const left = this.#left[index];
    invariant(left !== undefined, `no source ${index}`);
    return left;
  }

  #take(index: number, minutes: number): void {
    const left = this.#at(index) - minutes;
    invariant(left >= 0, `balance of ${this.#sources[index]?.id ?? ''} below zero`);
    this.#left[index] = left;
  }
}
