import type { RandomAccount } from '../random-account';
import type { UsageRow } from '../usage-ledger';
import { dayAfter, everyDayOf, nextMonth } from './calendar';
import { ITEM_ORDER, listPrice, TIERS_BEGIN, UPPER_TIERS_FROM } from './price-list';
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
  trial: number;
  packages: number;
  billable: number;
  /** 10^-8 of the currency per 1,000 minutes, and 10^-8 of the currency. */
  unitPrice: bigint;
  amount: bigint;
}

function itemOf({ site }: RandomAccount, { item, day }: UsageRow): string {
  const upper = item === 'av.2k' || item === 'av.4k';
  return upper && day < UPPER_TIERS_FROM[site] ? 'av.fhd' : item;
}

/** Whether an item of a day follows the account's cycle, is charged by the month, or by the day. */
function cycleOf({ site }: RandomAccount, item: string, day: string): 'account' | 'month' | 'day' {
  if (!item.startsWith('av.') && !item.startsWith('recording.task.')) return 'day';
  return site === 'intl' && day.slice(0, 4) < '2023' ? 'month' : 'account';
}

function isSettledMonthly(account: RandomAccount, item: string, day: string): boolean {
  const cycle = cycleOf(account, item, day);
  return cycle === 'month' || (cycle === 'account' && account.settlement === 'monthly');
}

/** The days or the month over which seconds become minutes. */
function meteringSpan(account: RandomAccount, item: string, day: string): string {
  if (cycleOf(account, item, day) === 'day') return day;
  const byMonth = account.policy.meteringPeriod
    ? account.policy.meteringPeriod === 'month'
    : isSettledMonthly(account, item, day);
  return byMonth ? day.slice(0, 7) : day;
}

/** Rows with a time are the finer measurement: where they are, rows of the whole day do not count. */
function countedRows(account: RandomAccount): UsageRow[] {
  const { rows } = account;
  const measuresSame = (a: UsageRow, b: UsageRow) =>
    a.day === b.day && a.app === b.app && itemOf(account, a) === itemOf(account, b);
  return rows.filter(
    (row) =>
      row.at !== undefined ||
      !rows.some((other) => other.at !== undefined && measuresSame(other, row)),
  );
}

/** Every metered minute, in the order in which it is drawn down. */
function minutesInOrder(account: RandomAccount): Minute[] {
  const sortKey = (row: UsageRow) => {
    const rank = String(ITEM_ORDER.indexOf(itemOf(account, row))).padStart(3, '0');
    return `${row.day} ${row.at ?? '99:99'} ${rank} ${row.app ?? ''}`;
  };
  const rows = countedRows(account).sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));
  const clock: Record<string, number> = {};
  const minutes: Minute[] = [];
  for (const row of rows) {
    const { day, app = '' } = row;
    const item = itemOf(account, row);
    const scope = account.policy.meteringScope === 'account' ? 'all' : app;
    const key = `${meteringSpan(account, item, day)} ${scope} ${item}`;
    const end = (clock[key] ?? 0) + (row.seconds ?? 0);
    // A minute is used by the second that begins it: seconds 0, 60, 120, …
    let beginning = Math.ceil((clock[key] ?? 0) / 60) * 60;
    for (; beginning < end; beginning += 60) minutes.push({ day, app, item });
    clock[key] = end;
  }
  return minutes;
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
  return minutesInOrder(account).map((minute) => {
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

/** List price x discount in 10^-8, half-up; null: no list price. The discounts have up to 9 decimals. */
function unitPriceOf(account: PricedAccount, item: string, date: string): bigint | null {
  const list = listPrice(account.site, item, date, account.firstAppOn, account.singlePriceBefore);
  if (list === undefined) return null;
  const terms = account.contract.filter((term) => term.item === item && term.from <= date);
  const latest = terms.sort((a, b) => (a.from > b.from ? -1 : 1))[0]?.discount ?? '1';
  return halfUp(billionths(list) * billionths(latest), 10n ** 10n);
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
    const none = { metered: 0, trial: 0, packages: 0, billable: 0, amount: 0n };
    const charge = charges.get(id) ?? { id, chargedOn, unitPrice, ...none };
    charges.set(id, charge);
    charge.metered += 1;
    if (!purse) charge.billable += 1;
    else if (purse.isTrial) charge.trial += 1;
    else charge.packages += 1;
    charge.amount = halfUp(BigInt(charge.billable) * unitPrice, 1000n);
  }
  return [...charges.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}
