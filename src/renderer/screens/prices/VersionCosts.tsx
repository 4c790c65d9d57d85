import type { PriceComparison } from '../../../shared/contract/price-books';
import { Amount } from '../../components/Amount';
import { Notice } from '../../components/Notice';
import { formatQuantity } from '../../format/decimal-text';
import { useWords } from '../../i18n/use-words';

const NUMBERS = ['minutesA', 'minutesB', 'amountA', 'amountB', 'change'] as const;

/** So many decimals the longest of these amounts has. */
const decimalsOf = (amounts: readonly string[]) =>
  Math.max(...amounts.map((text) => text.split('.')[1]?.length ?? 0));

/** Both costs by month and item, exact, and what one of them has no price for. */
export function VersionCosts({ result }: { readonly result: PriceComparison }) {
  const { t, term, sentence } = useWords();
  const { a, b, change, currency, months } = result;
  const rows = months.flatMap(({ items }) => items);
  const decimals = decimalsOf([
    ...[a.amount, b.amount, change],
    ...rows.flatMap((row) => [row.amountA, row.amountB, row.change]),
  ]);
  const missing = (['a', 'b'] as const).flatMap((side) =>
    (side === 'a' ? a : b).unpriced.map((one) => ({
      ...one,
      side: t(`price-compare:compare/${side}`),
    })),
  );
  return (
    <div role="region" aria-label={t('price-compare:compare/title')} data-testid="price-comparison">
      {missing.length > 0 && (
        <Notice tone="warning">
          {missing.map((one) => (
            <p key={`${one.side}${one.sdkAppId}${one.item}`}>
              {sentence('price-compare', 'compare/unpriced', one)}
            </p>
          ))}
        </Notice>
      )}
      {change === '0' && missing.length === 0 && <p>{t('price-compare:compare/same')}</p>}
      <table className="ledger prices price-costs">
        <thead>
          <tr>
            <th scope="col">{t('price-compare:compare/month')}</th>
            <th scope="col">{t('price-compare:compare/item')}</th>
            {NUMBERS.map((column) => (
              <th key={column} scope="col" className="number">
                {t(`price-compare:compare/${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {months.flatMap(({ month, items }) =>
            items.map((row, index) => (
              <tr key={`${month}/${row.item}`}>
                <td>{index === 0 ? month.slice(0, 7) : ''}</td>
                <td>{term('items', row.item)}</td>
                <td className="number">{formatQuantity(row.minutesA)}</td>
                <td className="number">{formatQuantity(row.minutesB)}</td>
                <td className="number">
                  <Amount value={row.amountA} decimals={decimals} />
                </td>
                <td className="number">
                  <Amount value={row.amountB} decimals={decimals} />
                </td>
                <td className="number">
                  <Amount value={row.change} signed decimals={decimals} />
                </td>
              </tr>
            )),
          )}
        </tbody>
        <tfoot>
          <tr>
            <td>{t('price-compare:compare/total')}</td>
            <td>{currency}</td>
            <td />
            <td />
            <td className="number">
              <Amount value={a.amount} decimals={decimals} />
            </td>
            <td className="number">
              <Amount value={b.amount} decimals={decimals} />
            </td>
            <td className="number">
              <Amount value={change} signed decimals={decimals} />
            </td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}
