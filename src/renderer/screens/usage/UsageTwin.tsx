import { formatQuantity } from '../../format/decimal-text';
import { useWords } from '../../i18n/use-words';
import type { UsagePart } from './usage-parts';

/** The picture of use as a table: days down, kinds across. */
export function UsageTwin({
  days,
  parts,
  nameOf,
}: {
  readonly days: readonly string[];
  readonly parts: readonly UsagePart[];
  readonly nameOf: (key: string | null) => string;
}) {
  const { t } = useWords();
  return (
    <div className="usage-twin" tabIndex={0} role="region" aria-label={t('usage:kinds/table')}>
      <table className="ledger">
        <thead>
          <tr>
            <th scope="col">{t('columns/day')}</th>
            {parts.map(({ key }) => (
              <th key={key} scope="col" className="number">
                {nameOf(key)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {days.map((day, index) => (
            <tr key={day}>
              <th scope="row">{day}</th>
              {parts.map(({ key, values }) => (
                <td key={key} className="number">
                  {values[index] === 0 ? '—' : formatQuantity(values[index] ?? 0)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
