import { compareItems } from '../catalog/item';
import type { Issue } from '../issue';
import type { Day } from '../period/day';
import { compareText } from '../usage/group-usage';
import type { Rate } from './rate';
import type { SettledUsage } from './settled-usage';

/** One thing to be said about the prices of one application and item; `usage` is the first it is about. */
export interface PriceFinding {
  readonly severity: Issue['severity'];
  readonly code: string;
  readonly usage: SettledUsage;
  readonly more: Issue['params'];
  lastDay: Day;
  days: number;
  minutes: number;
}

/** By the first day, then as usage of one day is taken. */
export function inFindingOrder(a: PriceFinding, b: PriceFinding): number {
  return (
    compareText(a.usage.day, b.usage.day) ||
    compareItems(a.usage.item, b.usage.item) ||
    compareText(a.usage.sdkAppId, b.usage.sdkAppId)
  );
}

export function priceIssue(finding: PriceFinding): Issue {
  const { severity, code, usage, more, lastDay, days, minutes } = finding;
  const { sdkAppId, item, day } = usage;
  return {
    severity,
    code,
    params: { sdkAppId, item, firstDay: day, lastDay, days, minutes, ...more },
  };
}

/** What is to be said about the prices of minutes: one issue per application and item, not per day. */
export class PriceFindings {
  readonly #findings = new Map<string, PriceFinding>();

  /** Usage without a price: it makes no charge. */
  missing(usage: SettledUsage): void {
    this.#note('error', 'price-missing', usage, {});
  }

  /** Usage of a tier that has no price of its own and takes another's. */
  priced(usage: SettledUsage, rate: Rate): void {
    if (rate.entry.pricedAs !== undefined)
      this.#note('note', 'usage-priced-as', usage, { pricedItem: rate.entry.pricedAs });
  }

  /** In the order of {@link inFindingOrder}, for that is the order in which usage is taken. */
  inOrder(): PriceFinding[] {
    return [...this.#findings.values()];
  }

  #note(
    severity: Issue['severity'],
    code: string,
    usage: SettledUsage,
    more: Issue['params'],
  ): void {
    if (usage.meteredMinutes === 0) return;
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
