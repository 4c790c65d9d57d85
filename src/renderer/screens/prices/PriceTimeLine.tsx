import { useMemo } from 'react';
import type { PriceRow } from '../../../shared/contract/prices';
import { CitationText } from '../../evidence/CitationText';
import { Section } from '../../components/Section';
import { MoreRows } from '../../grids/MoreRows';
import { useFirstRows } from '../../grids/use-first-rows';
import { dayBefore } from '../../format/day-text';
import { formatPrice } from '../../format/decimal-text';
import { useWords } from '../../i18n/use-words';
import { timeLine } from './time-line';

/** So many prices are listed at once: the program's own book has fewer of any item, one's own can have thousands. */
const PAGE = 40;

/** Each price of one item: when it held, for whom, what it was and where it stands. */
export function PriceTimeLine({
  item,
  rows,
  all,
}: {
  readonly item: PriceRow['item'];
  readonly rows: readonly PriceRow[];
  /** All prices of the site: every item is drawn on the same years. */
  readonly all: readonly PriceRow[];
}) {
  const { t, term, sentence } = useWords();
  const line = useMemo(() => timeLine(all), [all]);
  const { shown, readOn } = useFirstRows(rows, PAGE);
  return (
    <Section title={term('items', item)} aside={t('prices/byUse')}>
      <table className="ledger prices" data-testid="price-table">
        <thead>
          <tr>
            <th scope="col">{t('prices/days')}</th>
            <th scope="col" className="price-line-head">
              <span className="price-years" aria-hidden="true">
                {line.years.map(({ year, start }) => (
                  <span key={year} style={{ insetInlineStart: `${start}%` }}>
                    {year}
                  </span>
                ))}
              </span>
              <span className="visually-hidden">{t('prices/line')}</span>
            </th>
            <th scope="col" className="number">
              {t('prices/price')}
            </th>
            <th scope="col">{t('prices/who')}</th>
          </tr>
        </thead>
        {shown.map((row) => {
          const { start, width } = line.placeOf(row);
          return (
            <tbody key={row.id}>
              <tr>
                <td className="price-days">
                  {row.to === null
                    ? t('prices/since', { from: row.from })
                    : `${row.from} – ${dayBefore(row.to)}`}
                </td>
                <td aria-hidden="true">
                  <span className="price-line">
                    <span
                      className={row.to === null ? 'price-bar price-bar-open' : 'price-bar'}
                      style={{ insetInlineStart: `${start}%`, width: `${width}%` }}
                    />
                  </span>
                </td>
                <td className="number">
                  {formatPrice(row.price)}
                  <span className="muted price-unit">
                    {' '}
                    {sentence('prices', `units/${row.unit}`)}
                  </span>
                </td>
                <td className="price-for">
                  {row.conditions.length === 0
                    ? t('prices/everybody')
                    : row.conditions
                        .map(({ kind, value }) =>
                          sentence('prices', `conditions/${kind}`, { value }),
                        )
                        .join('; ')}
                  {row.pricedAs !== null && (
                    <span className="muted price-as">
                      {t('prices/pricedAs', { name: term('items', row.pricedAs) })}
                    </span>
                  )}
                </td>
              </tr>
              <tr className="price-source">
                <td>{row.era}</td>
                <td colSpan={3}>
                  <CitationText citation={row.citation} />
                </td>
              </tr>
            </tbody>
          );
        })}
      </table>
      <MoreRows shown={shown.length} total={rows.length} readOn={readOn} testId="more-prices" />
    </Section>
  );
}
