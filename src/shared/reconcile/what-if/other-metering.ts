import type { AccountFacts } from '../../account/facts';
import { deriveFacts } from '../../account/derive';
import { minuteSources } from '../../drawdown/all-sources';
import type { MinuteSource } from '../../drawdown/minute-source';
import type { Item } from '../../catalog/item';
import { addDays, type Day } from '../../period/day';
import type { PriceBook } from '../../pricing/price-book';
import type { Charge } from '../../settlement/charge';
import { expectedBill } from '../../settlement/expected-bill';
import { seriesByDay } from '../../usage/group-usage';
import { meterUsage } from '../../usage/meter';
import { meteringPeriodOn } from '../../usage/metering-rule';
import type { UsageLedger, UsageSeries } from '../../usage/usage-series';

/** The minutes to be paid, if seconds had been added up and rounded over another scope or period. */
export interface OtherMetering {
  readonly over: 'application' | 'account' | 'day' | 'month';
  /** Of the same day, application and item; 0 where there would be no charge. */
  readonly billableMinutes: (charge: Charge) => number;
}

type Minutes = ReadonlyMap<string, number>;

const keyOf = (date: Day, sdkAppId: string, item: Item) => `${date}/${sdkAppId}/${item}`;

/** Minutes of everything in a ledger as another reading meters it, before anything is drawn. */
function meteredMinutes(usage: UsageLedger, facts: AccountFacts): Minutes {
  const minutes = new Map<string, number>();
  for (const { usages } of meterUsage(usage, facts).days)
    for (const one of usages) minutes.set(keyOf(one.day, one.sdkAppId, one.item), one.minutes);
  return minutes;
}

/** It is of one day on which no trial or package could cover it: what is metered is what is paid. */
function isPlain({ item, periodStart, periodEnd }: Charge, sources: readonly MinuteSource[]) {
  return (
    periodEnd === addDays(periodStart, 1) &&
    sources.every(
      ({ from, through, ratioOn }) =>
        periodStart < from || through < periodStart || ratioOn(item, periodStart) === null,
    )
  );
}

function lastDayOf({ series }: UsageLedger): Day | null {
  return series.reduce<Day | null>(
    (latest, { day }) => (latest && latest > day ? latest : day),
    null,
  );
}

/** Each part of the usage is metered anew when it is first asked for, and no more of it than is asked for. */
function metering(
  over: OtherMetering['over'],
  facts: AccountFacts,
  priceBook: PriceBook,
  usage: UsageLedger,
): OtherMetering {
  const { timedUsageOf } = usage;
  let sources: readonly MinuteSource[] | null = null;
  let byDay: ReadonlyMap<Day, readonly UsageSeries[]> | null = null;
  let all: Minutes | null = null;
  let drawn: Minutes | null = null;
  const days = new Map<Day, Minutes>();

  const ofDay = (date: Day): Minutes => {
    const known = days.get(date);
    if (known) return known;
    byDay ??= new Map(seriesByDay(usage.series));
    const minutes = meteredMinutes({ series: byDay.get(date) ?? [], timedUsageOf }, facts);
    days.set(date, minutes);
    return minutes;
  };
  /** Draw-downs depend on everything before: the whole bill is computed. */
  const ofBill = (): Minutes => {
    const { charges } = expectedBill({ facts, priceBook, usage, period: null });
    return new Map(charges.map((charge) => [charge.id, charge.billableMinutes]));
  };
  return {
    over,
    billableMinutes: (charge) => {
      const { id, periodStart, sdkAppId, item } = charge;
      sources ??= minuteSources(facts, priceBook, lastDayOf(usage));
      if (!isPlain(charge, sources)) return (drawn ??= ofBill()).get(id) ?? 0;
      // A month carries the seconds of earlier days on.
      const metered =
        meteringPeriodOn(facts, item, periodStart) === 'day'
          ? ofDay(periodStart)
          : (all ??= meteredMinutes(usage, facts));
      return metered.get(keyOf(periodStart, sdkAppId, item)) ?? 0;
    },
  };
}

/** The account's usage metered by the other scope and by the other period. */
export function otherMeterings(
  facts: AccountFacts,
  priceBook: PriceBook,
  usage: UsageLedger,
): readonly OtherMetering[] {
  const { account } = facts;
  const scope = facts.meteringScope === 'account' ? 'application' : 'account';
  const period = facts.meteringPeriod === 'month' ? 'day' : 'month';
  const withPolicy = (policy: typeof account.policy) =>
    deriveFacts({ ...account, policy: { ...account.policy, ...policy } });
  return [
    metering(scope, withPolicy({ meteringScope: scope }), priceBook, usage),
    metering(period, withPolicy({ meteringPeriod: period }), priceBook, usage),
  ];
}
