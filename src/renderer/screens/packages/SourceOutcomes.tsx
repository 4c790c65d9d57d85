import type { MinuteSourceRow } from '../../../shared/contract/packages';
import { MoreRows } from '../../grids/MoreRows';
import { useFirstRows } from '../../grids/use-first-rows';
import { Unbroken } from '../../components/Unbroken';
import { formatQuantity } from '../../format/decimal-text';
import { useWords } from '../../i18n/use-words';
import { useNavigation } from '../../state/navigation';
import { outcomeText, sourceName } from './source-outcome';

/** So many are listed at once; the screen of packages has them all beside how each ran down. */
const PAGE = 10;

/** One line for each source: how much of it went, what is left, and what became of it. */
export function SourceOutcomes({
  sources,
  period,
}: {
  readonly sources: readonly MinuteSourceRow[];
  readonly period: { readonly to: string };
}) {
  const words = useWords();
  const { t } = words;
  const { go } = useNavigation();
  const { shown, readOn } = useFirstRows(sources, PAGE);
  const columns = [
    ['source', ''],
    ['drawn', 'number'],
    ['left', 'number'],
    ['outcome', 'outcome'],
  ] as const;
  return (
    <div>
      <table className="ledger" data-testid="source-outcomes">
        <thead>
          <tr>
            {columns.map(([key, className]) => (
              <th key={key} scope="col" className={className}>
                {t(`burn-down:columns/${key}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <tr key={row.source}>
              <td>
                <button type="button" className="link" onClick={() => go({ screen: 'packages' })}>
                  {sourceName(row, words)}
                </button>
              </td>
              <td className="number">{row.deducted === 0 ? '—' : formatQuantity(row.deducted)}</td>
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
        testId="more-outcomes"
      />
    </div>
  );
}
