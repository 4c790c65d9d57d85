import type { Item } from '../catalog/item';
import type { Day } from '../period/day';
import type { LocalTime } from '../period/local-time';
import type { MeteredStep, MeteredUsage } from '../usage/metered';
import type { MeteredDay } from '../usage/metered-day';
import type { Balances, OpenBalance } from './balances';
import type { Drawdown, DrawnUsage } from './drawdown';
import type { MinuteSource } from './minute-source';
import { orderMatters } from './order-matters';

/** What one day takes from the sources, and what is left of each metered quantity after that. */
export interface DrawnDay {
  readonly day: Day;
  /** One per metered quantity, in the same order. */
  readonly drawn: readonly DrawnUsage[];
  readonly drawdowns: readonly Drawdown[];
}

interface Tally {
  readonly sdkAppId: string;
  readonly item: Item;
  readonly meteredMinutes: number;
  trialMinutes: number;
  packageMinutes: number;
}

/** What one (application, item) takes from one source over the day, in the order of first use. */
interface Share {
  readonly start: LocalTime | null;
  readonly tally: Tally;
  readonly source: MinuteSource;
  readonly ratio: number;
  rawMinutes: number;
}

const keyOf = (usage: { readonly item: Item; readonly sdkAppId: string }) =>
  `${usage.item}/${usage.sdkAppId}`;

/** Draws one day down, keeping the shares in the order in which they were first taken. */
class DayDraw {
  readonly #date: Day;
  readonly #balances: Balances;
  readonly #open = new Map<Item, readonly OpenBalance[]>();
  readonly #leftAtStart = new Map<MinuteSource, number>();
  readonly #shares = new Map<string, Share>();

  constructor(date: Day, balances: Balances) {
    this.#date = date;
    this.#balances = balances;
  }

  openFor(item: Item): readonly OpenBalance[] {
    const known = this.#open.get(item);
    if (known) return known;
    const open = this.#balances.open(item, this.#date);
    this.#open.set(item, open);
    return open;
  }

  /** Whole raw minutes only: a balance of 5 covers one minute at ratio 4 and keeps 1. */
  cover(tally: Tally, minutes: number, start: LocalTime | null): void {
    let uncovered = minutes;
    for (const balance of this.openFor(tally.item)) {
      if (uncovered === 0) return;
      if (!balance.covers(tally.sdkAppId)) continue;
      const left = balance.left();
      const rawMinutes = Math.min(uncovered, Math.floor(left / balance.ratio));
      if (rawMinutes === 0) continue;
      if (!this.#leftAtStart.has(balance.source)) this.#leftAtStart.set(balance.source, left);
      balance.take(rawMinutes * balance.ratio);
      this.#record(tally, balance, rawMinutes, start);
      uncovered -= rawMinutes;
    }
  }

  #record(tally: Tally, open: OpenBalance, rawMinutes: number, start: LocalTime | null): void {
    const { source, ratio } = open;
    if (source.kind === 'trial') tally.trialMinutes += rawMinutes;
    else tally.packageMinutes += rawMinutes;
    const key = `${keyOf(tally)}/${source.id}`;
    const share = this.#shares.get(key);
    if (share) share.rawMinutes += rawMinutes;
    else this.#shares.set(key, { start, tally, source, ratio, rawMinutes });
  }

  /** The shares as rows; balances run on from row to row, as the rows are listed. */
  drawdowns(): Drawdown[] {
    return [...this.#shares.values()].map(({ start, tally, source, ratio, rawMinutes }) => {
      const deducted = rawMinutes * ratio;
      const balanceAfter = (this.#leftAtStart.get(source) ?? 0) - deducted;
      this.#leftAtStart.set(source, balanceAfter);
      const { sdkAppId, item } = tally;
      const row = { day: this.#date, start, sdkAppId, item, source: source.id };
      return { ...row, rawMinutes, ratio, deducted, balanceAfter };
    });
  }
}

/** On a day on which no source is open, all minutes are to be paid. */
function undrawn({ day, sdkAppId, item, minutes }: MeteredUsage): DrawnUsage {
  return {
    day,
    sdkAppId,
    item,
    meteredMinutes: minutes,
    trialMinutes: 0,
    packageMinutes: 0,
    billableMinutes: minutes,
  };
}

/**
 * Offers one day's metered minutes to the sources. The day's totals are enough unless the order inside
 * the day can decide who gets the last minutes; only then are the rows asked for.
 *
 * @param steps the day in the order of its moments (see timed-steps.ts).
 * @param always draws by moments on every day: the long way, against which the short one is proved.
 */
export function drawDay(
  metered: MeteredDay,
  balances: Balances,
  steps: () => readonly MeteredStep[],
  always: boolean,
): DrawnDay {
  const draw = new DayDraw(metered.day, balances);
  if (!always && metered.usages.every(({ item }) => draw.openFor(item).length === 0))
    return { day: metered.day, drawn: metered.usages.map(undrawn), drawdowns: [] };
  const tallies = metered.usages.map(({ sdkAppId, item, minutes }): Tally => {
    return { sdkAppId, item, meteredMinutes: minutes, trialMinutes: 0, packageMinutes: 0 };
  });
  const demands = metered.usages.map(({ sdkAppId, item, minutes }) => {
    return { sdkAppId, minutes, open: draw.openFor(item) };
  });
  if (always || orderMatters(demands)) {
    const byKey = new Map(tallies.map((tally) => [keyOf(tally), tally]));
    for (const step of steps()) {
      const tally = byKey.get(keyOf(step));
      if (tally) draw.cover(tally, step.minutes, step.start);
    }
  } else {
    for (const tally of tallies) draw.cover(tally, tally.meteredMinutes, null);
  }
  const drawn = tallies.map((tally): DrawnUsage => {
    const billableMinutes = tally.meteredMinutes - tally.trialMinutes - tally.packageMinutes;
    return { day: metered.day, ...tally, billableMinutes };
  });
  return { day: metered.day, drawn, drawdowns: draw.drawdowns() };
}
