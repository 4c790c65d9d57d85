import type { MonthTotals, MonthUse } from '../../../shared/contract/months';
import type { StackedPart } from '../../charts/stacked-option';
import type { TrendMonth } from '../../charts/trend-option';
import { formatAmount, formatSignedAmount } from '../../format/decimal-text';
import type { Words } from '../../i18n/use-words';

const MONTH = 'YYYY-MM'.length;
/** So many tiers have a colour of their own. */
const PARTS = 8;

export const monthName = (from: string) => from.slice(0, MONTH);

/** The totals of a month where they can be shown beside those of the chosen one: of one currency only. */
export function comparable(
  { run }: MonthTotals,
  currency: string,
): NonNullable<MonthTotals['run']> | null {
  return run?.currency === currency ? run : null;
}

/** How far the audit of a month still stands. */
export function monthState({ run }: MonthTotals): 'current' | 'changed' | 'none' {
  if (run === null) return 'none';
  return run.current ? 'current' : 'changed';
}

/** The months as the chart draws them: heights from floats, printed numbers from exact text. */
export function trendMonths(
  months: readonly MonthTotals[],
  currency: string,
  chosen: string | null,
  { t }: Words,
): TrendMonth[] {
  const noteOf = (month: MonthTotals): string => {
    if (month.run === null) return t('trend:notAudited');
    if (month.run.currency !== currency)
      return t('trend:otherCurrency', { currency: month.run.currency });
    return month.run.current ? '' : t('trend:changed');
  };
  return months.map((month) => {
    const run = comparable(month, currency);
    const amount = (text: string, write: (text: string) => string) => {
      const label = write(text);
      return { value: Number(text), label, whole: label.replace(/\.\d+$/, '') };
    };
    return {
      name: monthName(month.period.from),
      note: noteOf(month),
      chosen: month.period.from === chosen,
      amounts: run && {
        expected: amount(run.expected, formatAmount),
        billed: amount(run.billed, formatAmount),
        difference: amount(run.difference, formatSignedAmount),
      },
    };
  });
}

/** Metered minutes of the months by tier, the largest first; what has no colour of its own is together. */
export function tierParts(
  months: readonly MonthTotals[],
  use: readonly MonthUse[],
  { t, term }: Words,
): StackedPart[] {
  const items = new Map<string, Map<number, number>>();
  for (const { runId, item, minutes } of use) {
    const byRun = items.get(item) ?? new Map<number, number>();
    items.set(item, byRun.set(runId, minutes));
  }
  const all = [...items].map(([item, byRun]) => ({
    name: term('items', item),
    rest: false,
    values: months.map(({ run }) => (run && byRun.get(run.runId)) ?? 0),
  }));
  const sum = ({ values }: StackedPart) => values.reduce((total, value) => total + value, 0);
  const ordered = all.sort((a, b) => sum(b) - sum(a));
  if (ordered.length <= PARTS) return ordered;
  const rest = ordered.slice(PARTS - 1);
  return [
    ...ordered.slice(0, PARTS - 1),
    {
      name: t('trend:others'),
      rest: true,
      values: months.map((_, index) =>
        rest.reduce((total, { values }) => total + (values[index] ?? 0), 0),
      ),
    },
  ];
}
