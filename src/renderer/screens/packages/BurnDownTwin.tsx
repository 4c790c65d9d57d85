import type { Output } from '../../../shared/contract/contract';
import { formatQuantity } from '../../format/decimal-text';
import { useWords } from '../../i18n/use-words';
import { coveredByDay, leftByDay, notCoveredByDay } from './month-lanes';
import { sourceName } from './source-outcome';

/** The picture of the month as a table: days down, balances and use across. */
export function BurnDownTwin({
  burnDown,
  days,
  period,
}: {
  readonly burnDown: Output<'packages.burnDown'>;
  readonly days: readonly string[];
  readonly period: { readonly from: string; readonly to: string };
}) {
  const words = useWords();
  const { t } = words;
  const { sources } = burnDown;
  const rest = notCoveredByDay(burnDown, days);
  const columns = [
    ...sources
      .filter((source) => source.days.length > 0)
      .map((source) => ({
        key: source.source,
        title: t('burn-down:twin/left', { source: sourceName(source, words) }),
        values: leftByDay(source, days, period),
      })),
    { key: 'covered', title: t('burn-down:covered'), values: coveredByDay(sources, days) },
    { key: 'charged', title: t(`burn-down:${rest?.name ?? 'charged'}`), values: rest?.values },
  ];
  return (
    <div
      className="month-burn-down-days"
      tabIndex={0}
      role="region"
      aria-label={t('burn-down:kinds/table')}
    >
      <table className="ledger" data-testid="burn-down-days">
        <thead>
          <tr>
            <th scope="col">{t('columns/day')}</th>
            {columns.map(({ key, title }) => (
              <th key={key} scope="col" className="number">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {days.map((day, index) => (
            <tr key={day}>
              <th scope="row">{day}</th>
              {columns.map(({ key, values }) => {
                const value = values?.[index] ?? null;
                return (
                  <td key={key} className="number">
                    {value === null ? '—' : formatQuantity(value)}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
