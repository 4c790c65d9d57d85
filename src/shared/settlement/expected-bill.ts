import type { AccountFacts } from '../account/facts';
import type { Item } from '../catalog/item';
import type { Drawdown } from '../drawdown/drawdown';
import { drawDown } from '../drawdown/draw-down';
import { minuteSources } from '../drawdown/all-sources';
import type { Issue } from '../issue';
import { invariant } from '../invariant';
import { addDays, type Day } from '../period/day';
import { contains, isInForce, type Period } from '../period/period';
import { indexPriceBook } from '../pricing/list-price';
import type { PriceBook } from '../pricing/price-book';
import { compareText } from '../usage/group-usage';
import { meterUsage } from '../usage/meter';
import { settlementOn } from '../usage/metering-rule';
import type { MeteredDay } from '../usage/metered-day';
import type { UsageLedger } from '../usage/usage-series';
import { BillMemory, compareCharges, type Drawn, type Priced } from './bill-memory';
import type { Charge } from './charge';
import { chargeRules, type ChangedDays } from './charge-rules';
import { oldPackageLastDay } from './kept-price';
import { makeCharge } from './make-charge';
import { MonthlyCharges } from './monthly-charges';
import { PriceFindings, priceIssue } from './price-findings';
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
  /** Where charges can differ from those of the memory's last bill; null: everywhere. */
  readonly changed: ChangedDays | null;
}

/**
 * What the account should have been charged: meter, draw down, price, settle.
 * @param memory of an earlier bill of the account: what does not depend on what changed since is taken from it.
 */
export function expectedBill(input: ExpectedBillInput, memory = new BillMemory()): ExpectedBill {
  const { facts, priceBook, usage, period } = input;
  const metering = memory.metering.of([usage, meteringRules(facts)], () =>
    meterUsage(usage, facts),
  );
  const drawn = memory.drawn.of([metering, drawdownRules(facts, priceBook)], () =>
    drawAll(input, metering.days),
  );
  const prices = indexPriceBook(priceBook);
  const oldPackages = oldPackageLastDay(facts, prices, drawn.drawdowns);
  const rates = new Rates(facts, prices, oldPackages);
  const priced = memory.reprice(drawn, chargeRules(facts, prices, oldPackages, period), (changed) =>
    priceItems(input, metering.days, drawn, rates, changed),
  );
  return {
    charges: priced.charges,
    drawdowns: memory.drawdownsInPeriod.of([drawn, JSON.stringify(period)], () =>
      drawn.drawdowns.filter(({ day }) => period === null || contains(period, day)),
    ),
    emptiedOn: drawn.emptiedOn,
    issues: [...metering.issues, ...priced.findings.map(priceIssue)],
    changed: priced.changed,
  };
}

/** Everything of the account that metering reads. */
function meteringRules({ account, meteringScope, meteringPeriod }: AccountFacts): string {
  const { site, policy } = account;
  return JSON.stringify([site, meteringScope, meteringPeriod, policy.meteringPeriod]);
}

/** Everything beside the metered minutes that decides what is drawn from which source. */
function drawdownRules({ account, firstAppOn, trial, packages }: AccountFacts, book: PriceBook) {
  const { site, policy } = account;
  return JSON.stringify([site, policy, account.trial, firstAppOn, trial, packages, book.ratios]);
}

function drawAll(
  { facts, priceBook, usage }: ExpectedBillInput,
  metered: readonly MeteredDay[],
): Drawn {
  const days = drawDown({
    site: facts.account.site,
    scope: facts.meteringScope,
    days: metered,
    ledger: usage,
    sources: minuteSources(facts, priceBook, metered.at(-1)?.day ?? null),
  });
  const drawdowns = days.flatMap((day) => day.drawdowns);
  return { days, drawdowns, emptiedOn: emptyDays(drawdowns) };
}

/** The charges of these items and days (null: of all) and what is to be said about their prices. */
function priceItems(
  { facts, priceBook, period }: ExpectedBillInput,
  metering: readonly MeteredDay[],
  { days }: Drawn,
  rates: Rates,
  changed: ChangedDays | null,
): Priced {
  const findings = new PriceFindings();
  const monthly = new MonthlyCharges(rates, findings);
  const charges: Charge[] = [];
  const inPeriod = (date: Day) => period === null || contains(period, date);
  metering.forEach((metered, index) => {
    const items = changed && itemsOn(changed, metered.day);
    if (items?.length === 0) return;
    const drawn = days[index];
    invariant(drawn, 'every metered day is drawn down');
    const next = addDays(metered.day, 1);
    const wholeDay = { from: metered.day, to: next };
    const ofDay: Charge[] = [];
    for (const settled of settledUsage(metered, drawn, items)) {
      const { sdkAppId, item, day } = settled;
      if (settlementOn(facts, item, day) === 'monthly') {
        monthly.add(settled);
      } else if (settled.meteredMinutes > 0 && inPeriod(day)) {
        const rate = rates.at(sdkAppId, item, day);
        if (rate) {
          findings.priced(settled, rate);
          ofDay.push(makeCharge(settled, wholeDay, next, rate, priceBook.currency));
        } else findings.missing(settled);
      }
    }
    for (const charge of byApplication(ofDay)) charges.push(charge);
  });
  const byMonth = monthly
    .charges(priceBook.currency)
    .filter(({ periodStart }) => inPeriod(periodStart));
  return {
    charges: byMonth.length === 0 ? charges : [...charges, ...byMonth].sort(compareCharges),
    findings: findings.inOrder(),
  };
}

function itemsOn(changed: ChangedDays, date: Day): Item[] {
  return [...changed].flatMap(([item, days]) => (isInForce(days, date) ? [item] : []));
}

/** The charges of one day, which come by item and then by application, dealt out by application and then item. */
function byApplication(ofDay: readonly Charge[]): Charge[] {
  const applications = new Map<string, Charge[]>();
  for (const charge of ofDay) {
    const own = applications.get(charge.sdkAppId);
    if (own) own.push(charge);
    else applications.set(charge.sdkAppId, [charge]);
  }
  return [...applications].sort(([a], [b]) => compareText(a, b)).flatMap(([, own]) => own);
}

function emptyDays(drawdowns: readonly Drawdown[]): ReadonlyMap<string, Day> {
  const days = new Map<string, Day>();
  for (const { source, balanceAfter, day } of drawdowns)
    if (balanceAfter === 0) days.set(source, day);
  return days;
}
