import type { Currency } from '../catalog/site';
import { addDays, firstOfMonth, type Day } from '../period/day';
import { contains, monthOf, type Period } from '../period/period';
import type { Charge } from './charge';
import { makeCharge, type ChargedUsage } from './make-charge';
import type { PriceFindings } from './price-findings';
import type { Rate, Rates } from './rate';
import type { SettledUsage } from './settled-usage';

interface Stretch extends Period {
  readonly rate: Rate | null;
}

const samePrice = (a: Rate | null, b: Rate | null) =>
  a === null || b === null ? a === b : a.unitPrice.eq(b.unitPrice);

/** The month of `date` in stretches of days with one unit price. */
function stretchesOf(rates: Rates, { sdkAppId, item, day }: SettledUsage): Stretch[] {
  const month = monthOf(day);
  const stretches: Stretch[] = [];
  for (let date = month.from; date < month.to; date = addDays(date, 1)) {
    const rate = rates.at(sdkAppId, item, date);
    const last = stretches.at(-1);
    if (last && samePrice(last.rate, rate))
      stretches[stretches.length - 1] = { ...last, to: addDays(date, 1) };
    else stretches.push({ from: date, to: addDays(date, 1), rate });
  }
  return stretches;
}

function addUsage(a: ChargedUsage, b: ChargedUsage): ChargedUsage {
  return {
    sdkAppId: a.sdkAppId,
    item: a.item,
    seconds: a.seconds === null || b.seconds === null ? null : a.seconds + b.seconds,
    carriedSeconds: a.carriedSeconds,
    meteredMinutes: a.meteredMinutes + b.meteredMinutes,
    meteredMinutesLow: a.meteredMinutesLow + b.meteredMinutesLow,
    trialMinutes: a.trialMinutes + b.trialMinutes,
    packageMinutes: a.packageMinutes + b.packageMinutes,
    billableMinutes: a.billableMinutes + b.billableMinutes,
  };
}

interface Sum {
  readonly rate: Rate;
  usage: ChargedUsage;
}

/**
 * One charge per (month, application, item); where the unit price changes inside the month, one per
 * stretch of days with one price. Charged on the 1st of the next month.
 */
export class MonthlyCharges {
  readonly #rates: Rates;
  readonly #findings: PriceFindings;
  readonly #stretches = new Map<string, readonly Stretch[]>();
  readonly #sums = new Map<Stretch, Sum>();

  constructor(rates: Rates, findings: PriceFindings) {
    this.#rates = rates;
    this.#findings = findings;
  }

  add(usage: SettledUsage): void {
    const stretch = this.#stretchOf(usage);
    if (!stretch?.rate) {
      this.#findings.missing(usage);
      return;
    }
    this.#findings.priced(usage, stretch.rate);
    const sum = this.#sums.get(stretch);
    if (sum) sum.usage = addUsage(sum.usage, usage);
    else this.#sums.set(stretch, { rate: stretch.rate, usage });
  }

  charges(currency: Currency): Charge[] {
    return [...this.#sums]
      .filter(([, { usage }]) => usage.meteredMinutes > 0)
      .map(([stretch, { rate, usage }]) =>
        makeCharge(usage, stretch, chargedOn(stretch.from), rate, currency),
      );
  }

  #stretchOf(usage: SettledUsage): Stretch | undefined {
    const key = `${firstOfMonth(usage.day)}/${usage.sdkAppId}/${usage.item}`;
    const stretches = this.#stretches.get(key) ?? stretchesOf(this.#rates, usage);
    this.#stretches.set(key, stretches);
    return stretches.find((stretch) => contains(stretch, usage.day));
  }
}

const chargedOn = (date: Day): Day => monthOf(date).to;
