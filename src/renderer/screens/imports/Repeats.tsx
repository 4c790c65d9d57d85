import type { RepeatedRange } from '../../../shared/contract/repeats';
import { ask, errorOf } from '../../client/engine-query';
import { usePages } from '../../client/use-pages';
import { Notice } from '../../components/Notice';
import { Section } from '../../components/Section';
import { formatCount } from '../../format/decimal-text';
import { importName } from '../../format/import-name';
import { MoreRows } from '../../grids/MoreRows';
import { useWords } from '../../i18n/use-words';

const PAGE = 50;
const HOWS = ['repeated', 'replaced', 'identical'] as const;

/** Every row of an import that stands in another file too, or earlier in this one, with the lines on both sides. */
export function Repeats({ importId }: { readonly importId: number }) {
  const { t, error } = useWords();
  const { first, rows, total, readOn, query } = usePages(
    ['imports.repeats', importId],
    PAGE,
    (page) => ask('imports.repeats', { importId, ...page }),
  );
  if (query.isError) return <Notice tone="error">{error(errorOf(query.error))}</Notice>;
  if (!first || total === 0) return null;
  const counts = HOWS.filter((how) => first.counts[how] > 0).map((how) =>
    t(`repeats:counts/${how}`, { rows: formatCount(first.counts[how]) }),
  );
  return (
    <Section title={t('repeats:title')} aside={counts.join(t('list'))}>
      <table className="ledger" data-testid="repeats">
        <thead>
          <tr>
            <th scope="col">{t('repeats:lines')}</th>
            <th scope="col" className="number">
              {t('repeats:rows')}
            </th>
            <th scope="col">{t('repeats:where')}</th>
            <th scope="col">{t('repeats:what')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((range, index) => (
            <RangeRow key={index} range={range} />
          ))}
        </tbody>
      </table>
      <MoreRows shown={rows.length} total={total} readOn={readOn} testId="more-repeats" />
    </Section>
  );
}

function RangeRow({ range: { how, count, lines, other } }: { readonly range: RepeatedRange }) {
  const { t } = useWords();
  const linesText = ({ first, last }: RepeatedRange['lines']) =>
    first === last
      ? t('repeats:oneLine', { line: formatCount(first) })
      : t('repeats:manyLines', { first: formatCount(first), last: formatCount(last) });
  const where =
    other.lines === null
      ? importName(other)
      : how === 'identical'
        ? t('repeats:own', { lines: linesText(other.lines) })
        : t('repeats:in', { file: importName(other), lines: linesText(other.lines) });
  return (
    <tr data-testid="repeat">
      <td>{linesText(lines)}</td>
      <td className="number">{formatCount(count)}</td>
      <td className="repeat-where">{where}</td>
      <td className="muted">{t(`repeats:how/${how}`)}</td>
    </tr>
  );
}
