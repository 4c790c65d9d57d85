import type { BatchForecast, Forecast, ForetoldDifferences } from './import-changes';

type Params = Readonly<Record<string, string | number>>;

/** How a reader's language writes them: in the window and in the terminal. */
export interface ForecastWords {
  /** The sentence `imports:forecast/<key>`; params are written the way their names say (`contract/param-kind.ts`). */
  readonly sentence: (key: string, params?: Params) => string;
  /** The same with params as they are: days, names and counts that privacy mode leaves in view. */
  readonly plain: (key: string, params?: Params) => string;
  readonly count: (count: number) => string;
}

const isNothing = (amount: string) => /^-?0(\.0+)?$/.test(amount);

/** What comes in or goes: minutes of use, and sums of bill lines. */
function addedBy({ seconds, amounts }: BatchForecast['total'], words: ForecastWords): string[] {
  const minutes = Math.round(seconds / 60);
  const usage = minutes < 0 ? 'usageLess' : 'usage';
  return [
    ...(minutes === 0 ? [] : [words.sentence(usage, { minutes: Math.abs(minutes) })]),
    ...amounts
      .filter(({ amount }) => !isNothing(amount))
      .map(({ amount, currency }) =>
        amount.startsWith('-')
          ? words.sentence('billLess', { amount: amount.slice(1), currency })
          : words.sentence('bill', { amount, currency }),
      ),
  ];
}

/** The days of a file and how many applications it names. */
function extentOf({ firstDay, lastDay, apps }: Forecast, { plain }: ForecastWords): string[] {
  if (firstDay === null || lastDay === null) return [];
  const days = firstDay === lastDay ? firstDay : `${firstDay} – ${lastDay}`;
  return [apps === 0 ? plain('extentDays', { days }) : plain('extent', { days, count: apps })];
}

/** What one file would change, in sentences. */
export function forecastSentences(file: Forecast, words: ForecastWords): string[] {
  const { sentence, plain, count } = words;
  const { seconds, amount, currency, accepted, rows, duplicates, quarantined } = file;
  const added = addedBy(
    { seconds, amounts: currency === null ? [] : [{ currency, amount }] },
    words,
  );
  const changesNothing = added.length === 0 && file.restates.length === 0;
  return [
    ...extentOf(file, words),
    // Of what waits nothing is added whatever its rows are: why is said, and not that there is nothing in it.
    ...(file.waits ? [plain('waits')] : changesNothing ? [plain('nothing')] : added),
    plain(file.waits ? 'rowsWaiting' : 'rows', { accepted: count(accepted), rows: count(rows) }),
    ...(duplicates === 0 ? [] : [plain('duplicates', { duplicates: count(duplicates) })]),
    ...(quarantined === 0 ? [] : [plain('quarantined', { quarantined: count(quarantined) })]),
    ...file.restates.map((other) =>
      plain('restates', {
        older: other.fileName,
        changed: count(other.changed),
        added: count(other.added),
        gone: count(other.gone),
        moved:
          other.amount === null
            ? sentence('minutes', { minutes: Math.round((other.seconds ?? 0) / 60) })
            : sentence('money', { amount: other.amount, currency: other.currency ?? '' }),
      }),
    ),
  ];
}

/** What all files of a batch would change together. */
export function totalSentences(total: BatchForecast['total'], words: ForecastWords): string[] {
  const added = addedBy(total, words);
  return added.length === 0 ? [words.plain('nothing')] : added;
}

/** How many differences a month would have. `month`: its name in the reader's language. */
export function foretoldSentence(
  { left, change }: ForetoldDifferences,
  month: string,
  { plain, count }: ForecastWords,
): string {
  const said = { month, left: count(left) };
  return change === null
    ? plain('differencesNew', said)
    : plain('differences', {
        ...said,
        removed: count(change.removed),
        added: count(change.added),
      });
}
