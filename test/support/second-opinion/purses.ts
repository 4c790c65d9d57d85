import type { RandomAccount, RandomPackage } from '../random-account';
import { everyDayOf } from './calendar';
import { packageRatio, TIERS_BEGIN } from './price-list';

/** One minute of use, to be covered or to be paid. */
export interface Minute {
  readonly day: string;
  readonly app: string;
  readonly item: string;
}

/** Something that minutes can be taken from. */
export interface Purse {
  readonly isTrial: boolean;
  /** The last day on which a package that keeps the single price may be used; null: none such. */
  readonly keepsPriceThrough: string | null;
  left: number;
  /** The day on which it ran empty. */
  emptiedOn?: string;
  /** What this minute takes; Infinity: it cannot be taken from here. */
  readonly cost: (minute: Minute) => number;
}

function packagePurse(pack: RandomPackage, site: RandomAccount['site']): Purse {
  const boughtOn = pack.purchasedAt.slice(0, 10);
  const usableFrom = boughtOn > '2020-08-31' ? boughtOn : `${boughtOn.slice(0, 7)}-01`;
  const keepsPrice = site === 'cn' && boughtOn < TIERS_BEGIN && pack.minutes > 0;
  return {
    isTrial: false,
    keepsPriceThrough: keepsPrice ? pack.expiresOn : null,
    left: pack.minutes,
    cost: ({ day, app, item }) => {
      if (day < usableFrom || day > pack.expiresOn) return Infinity;
      if (pack.apps.length > 0 && !pack.apps.includes(app)) return Infinity;
      if (pack.tier === undefined) return packageRatio(item, day, boughtOn, site);
      return item === `av.${pack.tier}` ? 1 : Infinity;
    },
  };
}

const isBasic = (item: string) => item.startsWith('av.');
const isFree = (item: string) => isBasic(item) || item.startsWith('recording.');

/** Which of the international free minutes a day belongs to: the grant, its month, or its cycle. */
function freeWindow(grantedOn: string, expiresOn: string, day: string): string | null {
  if (day < grantedOn) return null;
  if (day < '2021-11-05') return day <= expiresOn ? 'once' : null;
  if (day < '2023-01-12') return `month ${day.slice(0, 7)}`;
  // The cycle in which the day lies began on the last day that was a beginning.
  let begins = day;
  while (!isCycleStart(grantedOn, begins)) begins = dayBefore(begins);
  return `cycle ${begins}`;
}

function isCycleStart(grantedOn: string, day: string): boolean {
  const days = everyDayOf(day.slice(0, 7));
  const wanted = Math.min(Number(grantedOn.slice(8)), days.length);
  return Number(day.slice(8)) === wanted;
}

function dayBefore(day: string): string {
  const earlier = everyDayOf(day.slice(0, 7)).filter((other) => other < day);
  const last = earlier.at(-1);
  if (last !== undefined) return last;
  const month = Number(day.slice(5, 7));
  const [year, number] =
    month === 1 ? [Number(day.slice(0, 4)) - 1, 12] : [day.slice(0, 4), month - 1];
  return everyDayOf(`${year}-${String(number).padStart(2, '0')}`).at(-1) ?? day;
}

const CYCLE_COST: Readonly<Record<string, number>> = {
  ...{ audio: 1, sd: 2, hd: 4, fhd: 9 },
  ...{ '2k': 16, '4k': 36, '2k+': 36 },
};

/** One purse per window in which the account has usage. */
function freePurses({ trial, rows }: RandomAccount): Purse[] {
  if (!trial) return [];
  const byDay: Record<string, string | null> = {};
  for (const { day } of rows) byDay[day] ??= freeWindow(trial.grantedOn, trial.expiresOn, day);
  const windowOf = (day: string) => byDay[day] ?? null;
  const windows = new Set(Object.values(byDay).filter((name) => name !== null));
  return [...windows].map((name) => ({
    isTrial: true,
    keepsPriceThrough: null,
    left: trial.minutes,
    cost: ({ day, item }) => {
      if (windowOf(day) !== name) return Infinity;
      if (name === 'once') return isBasic(item) ? 1 : Infinity;
      if (!isFree(item)) return Infinity;
      return name.startsWith('month') ? 1 : (CYCLE_COST[item.split('.').at(-1) ?? ''] ?? Infinity);
    },
  }));
}

function chinaTrial({ trial }: RandomAccount): Purse[] {
  if (!trial) return [];
  const { grantedOn, expiresOn, minutes } = trial;
  const inside = (day: string) => grantedOn <= day && day <= expiresOn;
  return [
    {
      isTrial: true,
      keepsPriceThrough: null,
      left: minutes,
      cost: ({ day, item }) => (inside(day) && isBasic(item) ? 1 : Infinity),
    },
  ];
}

/** As text that sorts packages: single-type ones first, then as the account's policy says. */
function packageRank({ policy }: RandomAccount, pack: RandomPackage): string {
  const { tier, expiresOn, purchasedAt, id, apps } = pack;
  const general = tier === undefined ? 1 : 0;
  if (policy.packageOrder === 'purchase-first')
    return `${general} ${purchasedAt} ${expiresOn} ${id}`;
  const wide = policy.packageOrder === 'narrow-scope-first' && apps.length === 0 ? 1 : 0;
  return `${general} ${wide} ${expiresOn} ${purchasedAt} ${id}`;
}

/** Free minutes first, then single-type packages, then general ones: by expiry, purchase, id unless told otherwise. */
export function pursesOf(account: RandomAccount): Purse[] {
  const rank = (pack: RandomPackage) => packageRank(account, pack);
  const packs = [...account.packages].sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
  const free = account.site === 'intl' ? freePurses(account) : chinaTrial(account);
  return [...free, ...packs.map((pack) => packagePurse(pack, account.site))];
}
