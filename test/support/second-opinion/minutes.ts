import type { RandomAccount } from '../random-account';
import { meteringSpan, type CountedRow } from './counted-rows';
import { ITEM_ORDER } from './price-list';
import type { Minute } from './purses';

const rankOf = (item: string) => String(ITEM_ORDER.indexOf(item)).padStart(3, '0');

const sortedBy = (rows: readonly CountedRow[], key: (row: CountedRow) => string) =>
  [...rows].sort((a, b) => (key(a) < key(b) ? -1 : 1));

function clockOf(account: RandomAccount, { day, app, item }: CountedRow): string {
  const scope = account.policy.meteringScope === 'account' ? 'all' : app;
  return `${meteringSpan(account, item, day)} ${scope} ${item}`;
}

/** Every metered minute, in the order in which it is drawn down. */
export function minutesInOrder(account: RandomAccount, rows: readonly CountedRow[]): Minute[] {
  const clock: Record<string, number> = {};
  const minutes: Minute[] = [];
  const inTime = sortedBy(
    rows,
    ({ day, at, item, app }) => `${day} ${at ?? '99:99'} ${rankOf(item)} ${app}`,
  );
  for (const row of inTime) {
    const { day, app, item, seconds } = row;
    const key = clockOf(account, row);
    const end = (clock[key] ?? 0) + seconds;
    // A minute is used by the second that begins it: seconds 0, 60, 120, …
    let beginning = Math.ceil((clock[key] ?? 0) / 60) * 60;
    for (; beginning < end; beginning += 60) minutes.push({ day, app, item });
    clock[key] = end;
  }
  return minutes;
}

export interface LeastMinutes extends Minute {
  readonly least: number;
}

const SECOND = 1_000_000n;
const MINUTE = 60n * SECOND;

/**
 * The least that each day's rows can add to the minutes of their metering period: a row that was rounded up to
 * whole minutes may stand for just a millionth of a second more than the minute before.
 */
export function leastMinutes(
  account: RandomAccount,
  rows: readonly CountedRow[],
  minutes: readonly Minute[],
): LeastMinutes[] {
  const clock: Record<string, bigint> = {};
  const least: Record<string, LeastMinutes> = {};
  for (const row of sortedBy(rows, ({ day, item, app }) => `${day} ${rankOf(item)} ${app}`)) {
    const { day, app, item, seconds, whole, at } = row;
    const key = clockOf(account, row);
    const wasRounded =
      whole && seconds > 0 && (at !== undefined || meteringSpan(account, item, day) !== day);
    const before = clock[key] ?? 0n;
    const after = before + BigInt(seconds) * SECOND - (wasRounded ? MINUTE - 1n : 0n);
    clock[key] = after;
    const begun = (time: bigint) => Number((time + MINUTE - 1n) / MINUTE);
    const known = least[`${day} ${app} ${item}`]?.least ?? 0;
    least[`${day} ${app} ${item}`] = {
      day,
      app,
      item,
      least: known + begun(after) - begun(before),
    };
  }
  return Object.values(least).map((one) => {
    if (!isSharedDay(account, rows, one.day)) return one;
    const all = minutes.filter(
      ({ day, app, item }) => day === one.day && app === one.app && item === one.item,
    );
    return { ...one, least: Math.min(one.least, all.length) };
  });
}

/** Whether applications share the minutes of an item on that day, so that their moments decide who has them. */
function isSharedDay(account: RandomAccount, rows: readonly CountedRow[], day: string): boolean {
  if (account.policy.meteringScope !== 'account') return false;
  const ofDay = rows.filter((row) => row.day === day);
  return ofDay.some(({ item, app }) => ofDay.some((row) => row.item === item && row.app !== app));
}
