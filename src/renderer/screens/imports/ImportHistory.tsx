import { Button } from 'antd';
import type { ImportSummary } from '../../../shared/contract/imports';
import { errorOf, useEngineMutation } from '../../client/engine-query';
import { Section } from '../../components/Section';
import { formatMoment } from '../../format/day-text';
import { formatCount } from '../../format/decimal-text';
import { importName } from '../../format/import-name';
import { useWords } from '../../i18n/use-words';
import { useNotices } from '../../state/notices';

const COUNTS = ['rows', 'accepted', 'quarantined', 'duplicates', 'ignored'] as const;

export function ImportHistory({
  imports,
  opened,
  onOpen,
}: {
  readonly imports: readonly ImportSummary[];
  readonly opened: number | null;
  readonly onOpen: (id: number | null) => void;
}) {
  const { t, term, language } = useWords();
  const { show } = useNotices();
  const undo = useEngineMutation('imports.undo');
  const redo = useEngineMutation('imports.redo');
  const onError = (thrown: unknown) =>
    show({ tone: 'error', text: ({ error }) => error(errorOf(thrown)) });
  return (
    <Section title={t('imports/history')}>
      <table className="ledger">
        <thead>
          <tr>
            <th scope="col">{t('imports/file')}</th>
            <th scope="col">{t('imports/kind')}</th>
            <th scope="col">{t('imports/days')}</th>
            {COUNTS.map((count) => (
              <th key={count} scope="col" className="number">
                {t(`imports/${count}`)}
              </th>
            ))}
            <th scope="col">{t('imports/when')}</th>
            <th scope="col">
              <span className="visually-hidden">{t('imports/actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {imports.map((summary) => (
            <tr key={summary.id} className={summary.state === 'undone' ? 'import-undone' : ''}>
              <td>
                <button
                  type="button"
                  className="link"
                  aria-expanded={opened === summary.id}
                  title={summary.path}
                  onClick={() => onOpen(opened === summary.id ? null : summary.id)}
                >
                  {importName(summary)}
                </button>
              </td>
              <td>
                {term('kinds', summary.kind)}
                {summary.state === 'waiting' && (
                  <span className="import-waiting"> · {t('application:waits')}</span>
                )}
              </td>
              <td className="import-days">
                {summary.firstDay === null ? '—' : `${summary.firstDay} – ${summary.lastDay ?? ''}`}
              </td>
              {COUNTS.map((count) => (
                <td
                  key={count}
                  className={
                    count === 'quarantined' && summary.quarantined > 0
                      ? 'number import-attention'
                      : 'number'
                  }
                >
                  {summary[count] === 0 && count !== 'rows' ? '—' : formatCount(summary[count])}
                </td>
              ))}
              <td className="import-days">{formatMoment(summary.importedAt, language)}</td>
              <td className="number">
                {summary.state !== 'undone' ? (
                  <Button
                    size="small"
                    onClick={() => undo.mutate({ importId: summary.id }, { onError })}
                  >
                    {t('imports/undo')}
                  </Button>
                ) : (
                  <Button
                    size="small"
                    onClick={() => redo.mutate({ importId: summary.id }, { onError })}
                  >
                    {t('imports/redo')}
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
