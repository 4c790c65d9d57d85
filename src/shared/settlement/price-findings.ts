import type { Issue } from '../issue';
import type { Day } from '../period/day';
import type { Rate } from './rate';
import type { SettledUsage } from './settled-usage';

interface Finding {
  readonly severity: Issue['severity'];
  readonly code: string;
  readonly usage: SettledUsage;
  readonly more: Issue['params'];
  lastDay: Day;
  days: number;
  minutes: number;
}

/** What is to be said about the prices of usage: one issue per application and item, not per day. */
export class PriceFindings {
  readonly #findings = new Map<string, Finding>();

  /** Usage without a price: it makes no charge. */
  missing(usage: SettledUsage): void {
    this.#note('error', 'price-missing', usage, {});
  }

  /** Usage of a tier that has no price of its own and takes another's. */
  priced(usage: SettledUsage, rate: Rate): void {
    if (rate.entry.pricedAs !== undefined)
      this.#note('note', 'usage-priced-as', usage, { pricedItem: rate.entry.pricedAs });
  }

  issues(): Issue[] {
    return [...this.#findings.values()].map(
      ({ severity, code, usage, more, lastDay, days, minutes }) => {
        const { sdkAppId, item, day } = usage;
        return {
          severity,
          code,
          params: { sdkAppId, item, firstDay: day, lastDay, days, minutes, ...more },
        };
      },
    );
  }

  #note(
    severity: Issue['severity'],
    code: string,
    usage: SettledUsage,
    more: Issue['params'],
  ): void {
    const key = `${code}/${usage.sdkAppId}/${usage.item}`;
    const finding = this.#findings.get(key) ?? {
      severity,
      code,
      usage,
      more,
      lastDay: usage.day,
      days: 0,
      minutes: 0,
    };
    finding.lastDay = usage.day;
    finding.days += 1;
    finding.minutes += usage.meteredMinutes;
    this.#findings.set(key, finding);
  }
}
