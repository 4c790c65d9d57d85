import type { AccountFacts } from '../account/facts';
import { compareItems } from '../catalog/item';
import type { Drawdown } from '../drawdown/drawdown';
import { drawDown } from '../drawdown/draw-down';
import { minuteSources } from '../drawdown/all-sources';
import type { Issue } from '../issue';
import { invariant } from '../invariant';
import { addDays, type Day } from '../period/day';
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
import { MonthlyCharges } from './monthly-charges';
import { PriceFindings } from './price-findings';
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
  /** The day on which the trial (`trial`) or a package (its id) ran empty, before the period too. */
  readonly emptiedOn: ReadonlyMap<string, Day>;
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
    sources: minuteSources(facts, priceBook, metering.days.at(-1)?.day ?? null),
  });
  const allDrawdowns = drawnDays.flatMap(({ drawdowns }) => drawdowns);

  const prices = indexPriceBook(priceBook);
  const rates = new Rates(facts, prices, oldPackageLastDay(facts, prices, allDrawdowns));
  const findings = new PriceFindings();
  const monthly = new MonthlyCharges(rates, findings);
  const charges: Charge[] = [];
  const inPeriod = (date: Day) => period === null || contains(period, date);
  metering.days.forEach((metered, index) => {
    const drawn = drawnDays[index];
    invariant(drawn, 'every metered day is drawn down');
    const next = addDays(metered.day, 1);
    const wholeDay = { from: metered.day, to: next };
    const ofDay: Charge[] = [];
    for (const settled of settledUsage(metered, drawn)) {
      const { sdkAppId, item, day } = settled;
      if (settlementOn(facts, item, day) === 'monthly') {
        monthly.add(settled);
      } else if (inPeriod(day)) {
        const rate = rates.at(sdkAppId, item, day);
        if (rate) {
          findings.priced(settled, rate);
          ofDay.push(makeCharge(settled, wholeDay, next, rate, priceBook.currency));
        } else findings.missing(settled);
      }
    }
    // One day at a time: the days come in order, and short sorts are the cheaper ones.
    for (const charge of ofDay.sort(compareCharges)) charges.push(charge);
  });
  const byMonth = monthly
    .charges(priceBook.currency)
    .filter(({ periodStart }) => inPeriod(periodStart));
  return {
    charges: byMonth.length === 0 ? charges : [...charges, ...byMonth].sort(compareCharges),
    drawdowns: allDrawdowns.filter(({ day }) => inPeriod(day)),
    emptiedOn: emptyDays(allDrawdowns),
    issues: [...metering.issues, ...findings.issues()],
  };
}

function emptyDays(drawdowns: readonly Drawdown[]): ReadonlyMap<string, Day> {
  const days = new Map<string, Day>();
  for (const { source, balanceAfter, day } of drawdowns)
    if (balanceAfter === 0) days.set(source, day);
  return days;
}
