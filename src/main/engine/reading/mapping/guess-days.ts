import type { ColumnGuess, FieldNeed } from '../../../../shared/contract/mapping';
import { cleanCell, isEmptyCell, momentCell, type Moment } from '../cells/cells';
import { monthCell } from '../cells/month-cell';

/** What days and months say by themselves: less than any name, and less than a form that is one field's alone. */
const BY_DAYS = 0.5;
/** Tencent RTC was first sold in 2018. Bare digits such as 20001231 or 209912 may be an id or an amount. */
const FIRST_YEAR = 2018;
const YEARS = 30;
const MINUTES_OF_A_REPORT = 5;
/** So many cells of a column speak for it. */
const MOST = 0.8;

/** How finely a column tells time. Use is told by days or steps of minutes, a deduction by the second. */
type Clock = 'day' | 'step' | 'second';

/** The fields of use before those of what was done about it: a bill is checked by the time of use. */
const BY_CLOCK: Readonly<Record<string, readonly Clock[]>> = {
  day: ['day'],
  start: ['step', 'second'],
  usageStart: ['day', 'step'],
  chargedAt: ['second'],
  deductedAt: ['second'],
};

/** Fields that a file cannot be read without, each pair in the order of time. */
const ALONE: readonly string[] = ['day', 'time', 'from', 'to', 'boughtAt', 'expiresAt'];

interface DayColumn {
  readonly column: number;
  readonly clock: Clock;
  readonly first: string;
  /** Sorts columns by time. */
  readonly at: number;
}

const YEAR = (day: number) => Math.floor(day / 10_000);
const plausible = (day: number) => YEAR(day) >= FIRST_YEAR && YEAR(day) < FIRST_YEAR + YEARS;

/** As most of the cells tell it: a bill of days has some packages too, bought at some second. */
function clockOf(moments: readonly Moment[]): Clock {
  const most = (fits: (second: number) => boolean) =>
    2 * moments.filter(({ second }) => fits(second ?? 0)).length > moments.length;
  if (most((second) => second === 0)) return 'day';
  return most((second) => second % (60 * MINUTES_OF_A_REPORT) === 0) ? 'step' : 'second';
}

/** The column as one of days: its cells are days of years in which there was a bill, but for a total or a note. */
function dayColumn(column: number, cells: readonly string[]): DayColumn | null {
  const filled = cells.map(cleanCell).filter((cell) => !isEmptyCell(cell));
  const moments = filled
    .flatMap((cell) => momentCell(cell) ?? [])
    .filter(({ day }) => plausible(day));
  const [first] = moments;
  if (!first || moments.length < MOST * filled.length) return null;
  const at = first.day * 100_000 + (first.second ?? 0);
  return { column, clock: clockOf(moments), first: filled[0] ?? '', at };
}

function monthColumn(column: number, cells: readonly string[]): ColumnGuess | null {
  const filled = cells.map(cleanCell).filter((cell) => !isEmptyCell(cell));
  const months = filled.map(monthCell).filter((month) => month !== null && plausible(month));
  if (months.length === 0 || months.length < MOST * filled.length) return null;
  return { column, field: 'month', score: BY_DAYS, why: 'values', by: filled[0] ?? '' };
}

/** Whether this is a needed field of time for which there is no column yet; one of a group is enough. */
function isOpen(
  { need, field, group }: FieldNeed,
  needs: readonly FieldNeed[],
  guessed: ReadonlySet<string>,
): boolean {
  if (need === 'useful' || guessed.has(field)) return false;
  if (group === null) return ALONE.includes(field);
  return (
    field in BY_CLOCK && !needs.some((other) => other.group === group && guessed.has(other.field))
  );
}

/**
 * Columns whose cells are all days or months, for the needed fields of time that no name speaks for: the earlier
 * column for the earlier field, and of alternatives the one that tells time as finely as the column does. What is
 * only useful, such as the end of use, is left to the person: days alone do not tell it from the day of deduction.
 */
export function guessDays(
  needs: readonly FieldNeed[],
  cellsOf: readonly (readonly string[])[],
  made: readonly ColumnGuess[],
): ColumnGuess[] {
  const taken = new Set(made.map(({ column }) => column));
  const guessed = new Set(made.map(({ field }) => field));
  const free = cellsOf.flatMap((cells, column) => (taken.has(column) ? [] : [{ cells, column }]));
  if (needs.some(({ field, need }) => field === 'month' && need === 'required'))
    return guessed.has('month')
      ? []
      : free.flatMap(({ cells, column }) => monthColumn(column, cells) ?? []).slice(0, 1);
  const columns = free
    .flatMap(({ cells, column }) => dayColumn(column, cells) ?? [])
    .toSorted((a, b) => a.at - b.at || a.column - b.column);
  const found: ColumnGuess[] = [];
  for (const need of needs) {
    if (!isOpen(need, needs, guessed)) continue;
    const { field } = need;
    const at = columns.findIndex(({ clock }) => BY_CLOCK[field]?.includes(clock) ?? true);
    const [taking] = at < 0 ? [] : columns.splice(at, 1);
    if (!taking) continue;
    found.push({ column: taking.column, field, score: BY_DAYS, why: 'values', by: taking.first });
    guessed.add(field);
  }
  return found;
}
