import type { Output } from '../../../shared/contract/contract';
import type { MinuteSourceRow } from '../../../shared/contract/packages';
import type { DayMark } from '../../charts/day-marks';
import type { BalanceLane, UseLane } from '../../charts/lanes-option';
import { formatQuantity } from '../../format/decimal-text';
import { minutesOf } from '../../format/minutes-text';
import type { Words } from '../../i18n/use-words';
import { burnDownDays } from './burn-down-days';
import { sourceName, takerName } from './source-outcome';

type BurnDown = Output<'packages.burnDown'>;
type Source = BurnDown['sources'][number];

/** So many balances are drawn one below the other; the table has all. */
export const LANES = 5;

/** Two marks so many days apart are one: their words would cover each other. */
const CLOSE = 6;

const DAY_MS = 86_400_000;
const daysApart = (a: string, b: string) => (Date.parse(a) - Date.parse(b)) / DAY_MS;

const SECONDS = 60;

const MONTH_DAY = 5;
const short = (day: string) => day.slice(MONTH_DAY);

/** The days that matter on the way down of a source: used up, expired, and who came after. */
export function sourceMarks(
  row: MinuteSourceRow,
  sources: readonly MinuteSourceRow[],
  days: readonly string[],
  words: Words,
): DayMark[] {
  const { t } = words;
  const { usedUpOn, through, takenOver } = row;
  const end = usedUpOn ?? (days.includes(through) ? through : null);
  const marks: DayMark[] = [];
  const ended =
    end && t(`burn-down:${usedUpOn === null ? 'lastDay' : 'usedUp'}`, { day: short(end) });
  const taken =
    takenOver &&
    t('burn-down:from', {
      taker: takerName(takenOver.by, sources, words),
      day: short(takenOver.on),
    });
  const together = takenOver && end && Math.abs(daysApart(takenOver.on, end)) <= CLOSE;
  if (together) {
    const inTime = takenOver.on < end ? [taken, ended] : [ended, taken];
    marks.push({ day: end, label: inTime.join(' · ') });
  } else {
    if (end && ended) marks.push({ day: end, label: ended });
    if (takenOver && taken && days.includes(takenOver.on))
      marks.push({ day: takenOver.on, label: taken });
  }
  return marks;
}

/** Minutes that a source held at the end of each day; null where it could not be used. */
export function leftByDay(
  row: Source,
  days: readonly string[],
  period: { readonly from: string; readonly to: string },
): (number | null)[] {
  const left = new Map(burnDownDays(row, row.days, period).map((one) => [one.day, one.left]));
  return days.map((day) => left.get(day) ?? null);
}

/** Minutes of use that all sources together covered on each day. */
export function coveredByDay(sources: readonly Source[], days: readonly string[]): number[] {
  const covered = new Map<string, number>();
  for (const { day, rawMinutes } of sources.flatMap((source) => source.days))
    covered.set(day, (covered.get(day) ?? 0) + rawMinutes);
  return days.map((day) => covered.get(day) ?? 0);
}

/** Use that no source covered, in minutes of each day, and what became of it. */
export interface NotCovered {
  readonly name: 'charged' | 'withMonth';
  readonly values: number[];
}

/**
 * Minutes of use that were charged on each day. Where charges stand for a month, what of each day's use was not
 * covered: to the second, since the month is rounded up as a whole. Null where neither is known.
 */
export function notCoveredByDay(
  { sources, charged, used }: BurnDown,
  days: readonly string[],
): NotCovered | null {
  if (charged !== null) {
    const minutes = new Map<string, number>(charged.map((one) => [one.day, one.minutes]));
    return { name: 'charged', values: days.map((day) => minutes.get(day) ?? 0) };
  }
  if (used === null) return null;
  const seconds = new Map<string, number>(used.map((one) => [one.day, one.seconds]));
  const covered = coveredByDay(sources, days);
  return {
    name: 'withMonth',
    values: days.map((day, index) => {
      const left = (seconds.get(day) ?? 0) - (covered[index] ?? 0) * SECONDS;
      return Number(minutesOf(Math.max(0, left)));
    }),
  };
}

/** What is drawn of a month: the sources that were drawn from, at most `LANES`, and the use below them. */
export function monthLanes(
  burnDown: BurnDown,
  days: readonly string[],
  period: { readonly from: string; readonly to: string },
  words: Words,
): { lanes: BalanceLane[]; use: UseLane } {
  const { t } = words;
  const { sources } = burnDown;
  const rest = notCoveredByDay(burnDown, days);
  return {
    lanes: sources
      .filter((source) => source.days.length > 0)
      .slice(0, LANES)
      .map((source) => {
        const [first] = source.days;
        const before = (first?.balanceAfter ?? 0) + (first?.deducted ?? 0);
        return {
          name: sourceName(source, words),
          note: t('burn-down:beforeAndAfter', {
            before: formatQuantity(before),
            after: formatQuantity(source.left ?? 0),
          }),
          size: source.minutes,
          left: leftByDay(source, days, period),
          marks: sourceMarks(source, sources, days, words),
        };
      }),
    use: {
      name: t('burn-down:use'),
      covered: { name: t('burn-down:covered'), values: coveredByDay(sources, days) },
      charged: rest && { name: t(`burn-down:${rest.name}`), values: rest.values },
    },
  };
}
