import type { Issue } from '../issue';
import type { Day } from '../period/day';
import type { SettledUsage } from './settled-usage';

interface Gap {
  readonly usage: SettledUsage;
  lastDay: Day;
  days: number;
  minutes: number;
}

/** Usage that cannot be priced, one error per application and item. It makes no charge. */
export class MissingPrices {
  readonly #gaps = new Map<string, Gap>();

  add(usage: SettledUsage): void {
    const key = `${usage.sdkAppId}/${usage.item}`;
    const gap = this.#gaps.get(key) ?? { usage, lastDay: usage.day, days: 0, minutes: 0 };
    gap.lastDay = usage.day;
    gap.days += 1;
    gap.minutes += usage.meteredMinutes;
    this.#gaps.set(key, gap);
  }

  issues(): Issue[] {
    return [...this.#gaps.values()].map(({ usage, lastDay, days, minutes }) => ({
      severity: 'error',
      code: 'price-missing',
      params: {
        sdkAppId: usage.sdkAppId,
        item: usage.item,
        firstDay: usage.day,
        lastDay,
        days,
        minutes,
      },
    }));
  }
}
