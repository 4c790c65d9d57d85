import type { MonthTotals, MonthUse } from '../../../shared/contract/months';
import { Amount, Difference } from '../../components/Amount';
import { formatMonth } from '../../format/day-text';
import { amountDecimals, formatCount, formatQuantity } from '../../format/decimal-text';
import { useWords } from '../../i18n/use-words';
import { comparable, monthState } from './trend-months';

const AMOUNTS = ['billed', 'expected', 'difference', 'unexplained'] as const;
const NONE = '—';

/** The months as a table, the newest first; a month's name leads to it. */
export function TrendTable({
  months,
  use,
  currency,
  chosen,
  onChoose,
}: {
  readonly months: readonly MonthTotals[];
  readonly use: readonly MonthUse[];
  readonly currency: string;
  readonly chosen: string | null;
  readonly onChoose: (from: string) => void;
}) {
  const { t, term, language } = useWords();
  const runs = months.flatMap((month) => comparable(month, currency) ?? []);
  const decimals = Math.max(
    2,
    ...runs.flatMap((run) => AMOUNTS.map((side) => amountDecimals(run[side]))),
  );
  const minutesOf = (runId: number) =>
    use.reduce((sum, row) => (row.runId === runId ? sum + row.minutes : sum), 0);
  return (
    <div className="trend-table" tabIndex={0} role="region" aria-label={t('trend:title')}>
      <table className="ledger" data-testid="trend-table">
        <thead>
          <tr>
            <th scope="col">{t('trend:columns/month')}</th>
            {AMOUNTS.map((side) => (
              <th key={side} scope="col" className="number">
                {term('headline', side)}
              </th>
            ))}
            <th scope="col" className="number">
              {t('trend:columns/differing')}
            </th>
            <th scope="col" className="number">
              {t('trend:columns/use')}
            </th>
            <th scope="col" className="outcome">
              {t('trend:columns/state')}
            </th>
          </tr>
        </thead>
        <tbody>
          {months.toReversed().map((month) => {
            const { from } = month.period;
            const run = comparable(month, currency);
            return (
              <tr key={from} className={from === chosen ? 'source-chosen' : ''}>
                <td>
                  <button
                    type="button"
                    className="link"
                    aria-current={from === chosen ? 'true' : undefined}
                    onClick={() => onChoose(from)}
                  >
                    {formatMonth(from, language)}
                  </button>
                </td>
                {AMOUNTS.map((side) => (
                  <td key={side} className="number">
                    {run === null ? (
                      NONE
                    ) : side === 'difference' ? (
                      <Difference value={run.difference} decimals={decimals} />
                    ) : (
                      <Amount value={run[side]} decimals={decimals} />
                    )}
                  </td>
                ))}
                <td className="number">{run === null ? NONE : formatCount(run.differing)}</td>
                <td className="number">
                  {month.run === null ? NONE : formatQuantity(minutesOf(month.run.runId))}
                </td>
                <td className="outcome muted">
                  {month.run !== null && run === null
                    ? t('trend:otherCurrency', { currency: month.run.currency })
                    : t(`trend:state/${monthState(month)}`)}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
