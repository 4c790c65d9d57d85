import type { DrawnDay } from '../../../shared/contract/packages';
import { formatQuantity } from '../../format/decimal-text';
import { useWords } from '../../i18n/use-words';

/** The days on which a source was drawn: how much of it went, and what it still held at the end. */
export function BalanceDays({
  days,
  shown,
  onShow,
}: {
  readonly days: readonly DrawnDay[];
  /** The day whose draws are listed. */
  readonly shown: DrawnDay['day'];
  readonly onShow: (day: DrawnDay['day']) => void;
}) {
  const { t } = useWords();
  return (
    <table className="ledger" data-testid="balance-days">
      <thead>
        <tr>
          <th scope="col">{t('columns/day')}</th>
          <th scope="col" className="number">
            {t('drawdowns/deducted')}
          </th>
          <th scope="col" className="number">
            {t('drawdowns/left')}
          </th>
        </tr>
      </thead>
      <tbody>
        {days.map((row) => (
          <tr key={row.day} className={row.day === shown ? 'source-chosen' : ''}>
            <td>
              <button
                type="button"
                className="link"
                aria-pressed={row.day === shown}
                onClick={() => onShow(row.day)}
              >
                {row.day}
              </button>
            </td>
            <td className="number">{formatQuantity(row.deducted)}</td>
            <td className="number">{formatQuantity(row.balanceAfter)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
