import type { AccountFacts } from '../account/facts';
import { compareItems } from '../catalog/item';
import type { Drawdown } from '../drawdown/drawdown';
import { drawDown } from '../drawdown/draw-down';
import { minuteSources } from '../drawdown/minute-source';
import type { Issue } from '../issue';
import { addDays } from '../period/day';
import { contains, type Period } from '../period/period';
import { indexPriceBook } from '../pricing/list-price';
import type { PriceBook } from '../pricing/price-book';
import { compareText } from '../usage/group-usage';
import { meterUsage } from '../usage/meter';
import { settlementOn } from '../usage/metering-rule';
import type { UsageLedger } from '../usage/usage-series';
import type { Charge } from './charge';
import { oldPackageLastDay } from './kept-price';
import { makeCharge } from './make-charge';
import { MissingPrices } from './missing-prices';
import { MonthlyCharges } from './monthly-charges';
import { Rates } from './rate';
import { settledUsage } from './settled-usage';

export interface ExpectedBillInput {
  readonly facts: AccountFacts;
  readonly priceBook: PriceBook;
  readonly usage: UsageLedger;
  /** Charges that start inside are reported; usage before still feeds the balances. null: all. */
  readonly period: Period | null;
}

export interface ExpectedBill {
  /** By periodStart, then sdkAppId (as text), then item. */
  readonly charges: readonly Charge[];
  /** In the order in which the sources were drawn. */
  readonly drawdowns: readonly Drawdown[];
  readonly issues: readonly Issue[];
}

function compareCharges(a: Charge, b: Charge): number {
  return (
    compareText(a.periodStart, b.periodStart) ||
    compareText(a.sdkAppId, b.sdkAppId) ||
    compareItems(a.item, b.item)
  );
}

/** What the account should have been charged: meter, draw down, price, settle. */
export function expectedBill({ facts, priceBook, usage, period }: ExpectedBillInput): ExpectedBill {
  const metering = meterUsage(usage, facts);
  const drawnDays = drawDown({
    site: facts.account.site,
    scope: facts.meteringScope,
    days: metering.days,
    ledger: usage,
    sources: minuteSources(facts, priceBook),
  });
  const allDrawdowns = drawnDays.flatMap(({ drawdowns }) => drawdowns);

  const prices = indexPriceBook(priceBook);
  const rates = new Rates(facts, prices, oldPackageLastDay(facts, prices, allDrawdowns));
  const missing = new MissingPrices();
  const monthly = new MonthlyCharges(rates, missing);
  const charges: Charge[] = [];
  metering.days.forEach((metered, index) => {
    const drawn = drawnDays[index];
    if (!drawn) return;
    for (const settled of settledUsage(metered, drawn)) {
      const { sdkAppId, item, day } = settled;
      if (settlementOn(facts, item, day) === 'monthly') {
        monthly.add(settled);
        continue;
      }
      if (period && !contains(period, day)) continue;
      const rate = rates.at(sdkAppId, item, day);
      const next = addDays(day, 1);
      if (rate)
        charges.push(makeCharge(settled, { from: day, to: next }, next, rate, priceBook.currency));
      else missing.add(settled);
    }
  });
  const inPeriod = (charge: Charge) => period === null || contains(period, charge.periodStart);
  charges.push(...monthly.charges(priceBook.currency).filter(inPeriod));
  return {
    charges: charges.sort(compareCharges),
    drawdowns: period ? allDrawdowns.filter(({ day }) => contains(period, day)) : allDrawdowns,
    issues: [...metering.issues, ...missing.issues()],
  };
}
