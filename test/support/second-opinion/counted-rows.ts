import type { RandomAccount } from '../random-account';
import type { UsageRow } from '../usage-ledger';
import { UPPER_TIERS_FROM } from './price-list';

/** A row that counts, as the item and the whole seconds it stands for. */
export interface CountedRow {
  readonly day: string;
  readonly at: string | undefined;
  readonly app: string;
  readonly item: string;
  readonly seconds: number;
  /** Whether the whole measurement it is part of was printed in whole minutes. */
  readonly whole: boolean;
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

export function isSettledMonthly(account: RandomAccount, item: string, day: string): boolean {
  const cycle = cycleOf(account, item, day);
  return cycle === 'month' || (cycle === 'account' && account.settlement === 'monthly');
}

/** The days or the month over which seconds become minutes. */
export function meteringSpan(account: RandomAccount, item: string, day: string): string {
  if (cycleOf(account, item, day) === 'day') return day;
  const byMonth = account.policy.meteringPeriod
    ? account.policy.meteringPeriod === 'month'
    : isSettledMonthly(account, item, day);
  return byMonth ? day.slice(0, 7) : day;
}

/** Ways to measure a day, the most precise first; what is measured in one way does not count in another. */
const BY_PRECISION = [
  ...['timed seconds', 'timed decimals', 'daily seconds', 'daily decimals'],
  ...['daily whole', 'timed whole'],
];

const isWhole = (minutes: number | undefined) => minutes !== undefined && minutes % 1 === 0;

/** How the rows that measure one application and item of a day together do so. */
function wayOf(rows: readonly UsageRow[], { at, minutes }: UsageRow): string {
  const time = at === undefined ? 'daily' : 'timed';
  if (minutes === undefined) return `${time} seconds`;
  const alike = rows.filter(
    (row) => row.minutes !== undefined && (row.at === undefined) === (at === undefined),
  );
  return `${time} ${alike.every((row) => isWhole(row.minutes)) ? 'whole' : 'decimals'}`;
}

/** A decimal of a minute stands for the nearest whole second. */
const secondsOf = ({ seconds, minutes }: UsageRow) =>
  minutes === undefined ? (seconds ?? 0) : Math.floor(minutes * 60 + 0.5);

export function countedRows(account: RandomAccount): CountedRow[] {
  const together: Record<string, UsageRow[]> = {};
  for (const row of account.rows)
    (together[`${row.day} ${row.app ?? ''} ${itemOf(account, row)}`] ??= []).push(row);
  return Object.values(together).flatMap((rows) => {
    const ways = rows.map((row) => wayOf(rows, row));
    const best = BY_PRECISION.find((way) => ways.includes(way)) ?? '';
    return rows
      .filter((_row, index) => ways[index] === best)
      .map((row): CountedRow => ({
        day: row.day,
        at: row.at,
        app: row.app ?? '',
        item: itemOf(account, row),
        seconds: secondsOf(row),
        whole: best.endsWith('whole'),
      }));
  });
}
