import type { RandomAccount } from '../random-account';
import { dayAfter, everyDayOf, nextMonth } from './calendar';
import { countedRows, isSettledMonthly } from './counted-rows';
import { leastMinutes, minutesInOrder } from './minutes';
import { listPrice, TIERS_BEGIN } from './price-list';
import { pursesOf, type Minute, type Purse } from './purses';

/**
 * The expected bill once more, in another way: whole numbers of 10^-8 as bigint, one minute after the
 * other, prices, ratios and dates written down here. It shares no code with the engine and knows only what
 * the random accounts use.
 */
export interface SecondCharge {
  id: string;
  chargedOn: string;
  metered: number;
  /** The least minutes that rows rounded up one by one can stand for. */
  least: number;
  trial: number;
  packages: number;
  billable: number;
  /** 10^-8 of the currency per 1,000 minutes, and 10^-8 of the currency. */
  unitPrice: bigint;
  amount: bigint;
}

const halfUp = (numerator: bigint, denominator: bigint) =>
  (2n * numerator + denominator) / (2n * denominator);

/** The digits of decimal text as a whole number of 10^-9. */
function billionths(text: string): bigint {
  const [whole = '0', fraction = ''] = text.split('.');
  return BigInt(whole + fraction.padEnd(9, '0'));
}

/** The account with the day before which it pays the single price of the first eras. */
interface PricedAccount extends RandomAccount {
  readonly singlePriceBefore: string;
}

interface PaidMinute extends Minute {
  /** null: nothing covers it. */
  readonly purse: Purse | null;
}

function drawnMinutes(account: RandomAccount, purses: readonly Purse[]): PaidMinute[] {
  return minutesInOrder(account, countedRows(account)).map((minute) => {
    const purse = purses.find((one) => one.left >= one.cost(minute)) ?? null;
    if (purse) {
      purse.left -= purse.cost(minute);
      if (purse.left === 0) purse.emptiedOn = minute.day;
    }
    return { ...minute, purse };
  });
}

/** Old packages keep the single price to the end of the month in which the last of them ends. */
function singlePriceEnd(purses: readonly Purse[]): string {
  const lastDays = purses.flatMap(({ keepsPriceThrough, emptiedOn }) =>
    keepsPriceThrough === null ? [] : [emptiedOn ?? keepsPriceThrough],
  );
  const last = lastDays.sort().at(-1);
  return last === undefined || last < TIERS_BEGIN ? TIERS_BEGIN : nextMonth(last);
}

/** List price x discount, or the agreed price, in 10^-8, half-up; null: no list price. Up to 9 decimals each. */
function unitPriceOf(account: PricedAccount, item: string, date: string): bigint | null {
  const list = listPrice(account.site, item, date, account.firstAppOn, account.singlePriceBefore);
  if (list === undefined) return null;
  const terms = account.contract.filter((term) => term.item === item && term.from <= date);
  const latest = terms.sort((a, b) => (a.from > b.from ? -1 : 1))[0];
  if (latest?.price !== undefined) return halfUp(billionths(latest.price), 10n);
  return halfUp(billionths(list) * billionths(latest?.discount ?? '1'), 10n ** 10n);
}

/** First day of the charge to which usage of `date` belongs: a month is cut where its price changes. */
function chargeStart(account: PricedAccount, item: string, date: string): string {
  if (!isSettledMonthly(account, item, date)) return date;
  const days = everyDayOf(date.slice(0, 7)).filter((other) => other <= date);
  const price = unitPriceOf(account, item, date);
  while (days.length > 1 && unitPriceOf(account, item, days.at(-2) ?? '') === price) days.pop();
  return days.at(-1) ?? date;
}

interface Terms {
  readonly unitPrice: bigint | null;
  readonly start: string;
  readonly chargedOn: string;
}

function termsOf(account: PricedAccount, { item, day }: Minute): Terms {
  return {
    unitPrice: unitPriceOf(account, item, day),
    start: chargeStart(account, item, day),
    chargedOn: isSettledMonthly(account, item, day) ? nextMonth(day) : dayAfter(day),
  };
}

/** The charges, in the text order of their ids. Usage without a price makes none. */
export function secondOpinion(account: RandomAccount): SecondCharge[] {
  const purses = pursesOf(account);
  const minutes = drawnMinutes(account, purses);
  const priced = { ...account, singlePriceBefore: singlePriceEnd(purses) };
  const terms: Record<string, Terms> = {};
  const charges = new Map<string, SecondCharge>();
  for (const minute of minutes) {
    const { day, app, item, purse } = minute;
    const known = (terms[`${day} ${item}`] ??= termsOf(priced, minute));
    const { unitPrice, start, chargedOn } = known;
    if (unitPrice === null) continue;
    const id = `${start}/${app}/${item}`;
    const none = { metered: 0, least: 0, trial: 0, packages: 0, billable: 0, amount: 0n };
    const charge = charges.get(id) ?? { id, chargedOn, unitPrice, ...none };
    charges.set(id, charge);
    charge.metered += 1;
    if (!purse) charge.billable += 1;
    else if (purse.isTrial) charge.trial += 1;
    else charge.packages += 1;
    charge.amount = halfUp(BigInt(charge.billable) * unitPrice, 1000n);
  }
  for (const { day, app, item, least } of leastMinutes(account, countedRows(account), minutes)) {
    const charge = charges.get(`${chargeStart(priced, item, day)}/${app}/${item}`);
    if (charge) charge.least += least;
  }
  // Bounds are of the whole metering period: its last days can make up for what its first days lost.
  for (const charge of charges.values()) charge.least = Math.min(charge.least, charge.metered);
  return [...charges.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}
