import type { RandomAccount, RandomPackage } from '../random-account';
import type { UsageRow } from '../usage-ledger';

/**
 * The expected bill of a China account once more, in another way: whole numbers of 10^-8 CNY as bigint,
 * one minute after the other, prices and ratios written down here. It shares no code with the engine and
 * knows only what the random accounts use: basic services in CN-2 and CN-3, seconds, application scope.
 */
export interface SecondCharge {
  id: string;
  metered: number;
  trial: number;
  packages: number;
  billable: number;
  /** 10^-8 CNY per 1,000 minutes, and 10^-8 CNY. */
  unitPrice: bigint;
  amount: bigint;
}

const TIER_ORDER = ['av.audio', 'av.sd', 'av.hd', 'av.fhd', 'av.2k', 'av.4k'];
const CHANGE = '2022-06-01';
const OLD_PRICES = [7, 14, 28, 105];
const NEW_PRICES = [7, 14, 28, 63, 112, 252];
const OLD_RATIOS = [1, 2, 4, 15];
const NEW_RATIOS = [1, 2, 4, 9, 16, 36];

interface Minute {
  readonly day: string;
  readonly app: string;
  readonly tier: number;
}

const tierOf = (row: UsageRow) => {
  const tier = TIER_ORDER.indexOf(row.item);
  return row.day < CHANGE ? Math.min(tier, 3) : tier;
};

function countedRows(rows: readonly UsageRow[]): UsageRow[] {
  return rows.filter(
    (row) =>
      row.at !== undefined ||
      !rows.some(
        (other) =>
          other.at !== undefined &&
          other.day === row.day &&
          other.app === row.app &&
          tierOf(other) === tierOf(row),
      ),
  );
}

/** Every metered minute, in the order in which it is drawn down. */
function minutesInOrder(account: RandomAccount): Minute[] {
  const sortKey = (row: UsageRow) =>
    `${row.day} ${row.at ?? '99:99'} ${tierOf(row)} ${row.app ?? ''}`;
  const rows = countedRows(account.rows).sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));
  const seconds: Record<string, number> = {};
  const minutes: Minute[] = [];
  for (const row of rows) {
    const period = account.settlement === 'daily' ? row.day : row.day.slice(0, 7);
    const key = `${period} ${row.app ?? ''} ${tierOf(row)}`;
    for (let second = 0; second < (row.seconds ?? 0); second += 1) {
      const before = seconds[key] ?? 0;
      if (before % 60 === 0) minutes.push({ day: row.day, app: row.app ?? '', tier: tierOf(row) });
      seconds[key] = before + 1;
    }
  }
  return minutes;
}

interface Purse {
  readonly pack: RandomPackage | null;
  readonly from: string;
  readonly through: string;
  left: number;
}

function pursesOf(account: RandomAccount): Purse[] {
  const order = (pack: RandomPackage) =>
    `${pack.tier === undefined ? 1 : 0} ${pack.expiresOn} ${pack.purchasedAt} ${pack.id}`;
  const packs = [...account.packages].sort((a, b) => (order(a) < order(b) ? -1 : 1));
  const purses: Purse[] = packs.map((pack) => ({
    pack,
    from: pack.purchasedAt.slice(0, 10),
    through: pack.expiresOn,
    left: pack.minutes,
  }));
  const { trial } = account;
  if (trial)
    purses.unshift({
      pack: null,
      from: trial.grantedOn,
      through: trial.expiresOn,
      left: trial.minutes,
    });
  return purses;
}

function costOfMinute(purse: Purse, minute: Minute): number {
  if (minute.day < purse.from || minute.day > purse.through) return Infinity;
  if (purse.pack === null) return 1;
  if (purse.pack.apps.length > 0 && !purse.pack.apps.includes(minute.app)) return Infinity;
  if (purse.pack.tier !== undefined)
    return `av.${purse.pack.tier}` === TIER_ORDER[minute.tier] ? 1 : Infinity;
  return (minute.day < CHANGE ? OLD_RATIOS : NEW_RATIOS)[minute.tier] ?? Infinity;
}

const halfUp = (numerator: bigint, denominator: bigint) =>
  (2n * numerator + denominator) / (2n * denominator);

/** List price x discount in 10^-8 CNY, half-up. The discounts here have up to 9 decimals. */
function unitPriceOf(account: RandomAccount, tier: number, date: string): bigint {
  const list = BigInt((date < CHANGE ? OLD_PRICES : NEW_PRICES)[tier] ?? 0);
  const terms = account.contract.filter(
    (term) => term.item === TIER_ORDER[tier] && term.from <= date,
  );
  const latest = terms.sort((a, b) => (a.from > b.from ? -1 : 1))[0]?.discount ?? '1';
  const [whole = '0', fraction = ''] = latest.split('.');
  const discountE9 = BigInt(whole + fraction.padEnd(9, '0'));
  return halfUp(list * 10n ** 8n * discountE9, 10n ** 9n);
}

function everyDayOf(month: string): string[] {
  const [year, number] = month.split('-').map(Number);
  const count = new Date(Date.UTC(year ?? 0, number ?? 0, 0)).getUTCDate();
  return Array.from(
    { length: count },
    (_, index) => `${month}-${String(index + 1).padStart(2, '0')}`,
  );
}

/** First day of the charge to which usage of `date` belongs. */
function chargeStart(account: RandomAccount, tier: number, date: string): string {
  if (account.settlement === 'daily') return date;
  const days = everyDayOf(date.slice(0, 7)).filter((other) => other <= date);
  const price = unitPriceOf(account, tier, date);
  while (days.length > 1 && unitPriceOf(account, tier, days[days.length - 2] ?? '') === price)
    days.pop();
  return days.at(-1) ?? date;
}

export function secondOpinion(account: RandomAccount): SecondCharge[] {
  const purses = pursesOf(account);
  const charges = new Map<string, SecondCharge>();
  for (const minute of minutesInOrder(account)) {
    const id = `${chargeStart(account, minute.tier, minute.day)}/${minute.app}/${TIER_ORDER[minute.tier] ?? ''}`;
    const charge = charges.get(id) ?? {
      id,
      metered: 0,
      trial: 0,
      packages: 0,
      billable: 0,
      unitPrice: unitPriceOf(account, minute.tier, minute.day),
      amount: 0n,
    };
    charges.set(id, charge);
    charge.metered += 1;
    const purse = purses.find((one) => one.left >= costOfMinute(one, minute));
    if (!purse) charge.billable += 1;
    else {
      purse.left -= costOfMinute(purse, minute);
      if (purse.pack) charge.packages += 1;
      else charge.trial += 1;
    }
    charge.amount = halfUp(BigInt(charge.billable) * charge.unitPrice, 1000n);
  }
  return [...charges.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}
