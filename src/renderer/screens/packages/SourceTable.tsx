import type { Run } from '../../../shared/contract/audits';
import type { MinuteSourceRow } from '../../../shared/contract/packages';
import { Unbroken } from '../../components/Unbroken';
import { MoreRows } from '../../grids/MoreRows';
import { useFirstRows } from '../../grids/use-first-rows';
import { Section } from '../../components/Section';
import { formatId, formatQuantity } from '../../format/decimal-text';
import { useWords } from '../../i18n/use-words';
import { outcomeText } from './source-outcome';

/** So many are listed at once: an account can have hundreds. */
const PAGE = 50;
/** A longer list scrolls by itself, so that how one of them ran down stays in view below it. */
const LONG = 12;

/** Trial and packages, one line each; a press on a name shows how that one ran down. */
export function SourceTable({
  sources,
  period,
  chosen,
  onChoose,
}: {
  readonly period: Run['period'];
  readonly sources: readonly MinuteSourceRow[];
  readonly chosen: string;
  readonly onChoose: (source: string) => void;
}) {
  const words = useWords();
  const { t, term } = words;
  const { shown, readOn } = useFirstRows(sources, PAGE);
  const long = sources.length > LONG;
  const area = long
    ? { className: 'long-list', tabIndex: 0, role: 'region', 'aria-label': t('packages/sources') }
    : {};
  return (
    <Section title={t('packages/sources')} aside={t('drawdowns/unit')}>
      <div {...area}>
        <table className="ledger source-table">
          <thead>
            <tr>
              <th scope="col">{t('drawdowns/source')}</th>
              <th scope="col">{t('packages/usable')}</th>
              <th scope="col" className="number">
                {t('packages/size')}
              </th>
              <th scope="col" className="number">
                {t('packages/drawn')}
              </th>
              <th scope="col" className="number">
                {t('drawdowns/left')}
              </th>
              <th scope="col" className="outcome">
                {t('burn-down:columns/outcome')}
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <tr key={row.source} className={row.source === chosen ? 'source-chosen' : ''}>
                <td>
                  <button
                    type="button"
                    className="link"
                    data-testid="package-source"
                    aria-pressed={row.source === chosen}
                    onClick={() => onChoose(row.source)}
                  >
                    {row.name ?? term('sources', row.kind)}
                  </button>
                  {row.kind === 'package' && <span className="muted"> {formatId(row.source)}</span>}
                </td>
                <td>
                  <Unbroken text={`${row.from} – ${row.through}`} />
                </td>
                <td className="number">{formatQuantity(row.minutes)}</td>
                <td className="number">
                  {row.deducted === 0 ? '—' : formatQuantity(row.deducted)}
                </td>
                <td className="number">{row.left === null ? '—' : formatQuantity(row.left)}</td>
                <td className="outcome">
                  <Unbroken text={outcomeText(row, sources, period, words)} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <MoreRows
          shown={shown.length}
          total={sources.length}
          readOn={readOn}
          testId="more-sources"
        />
      </div>
    </Section>
  );
}
