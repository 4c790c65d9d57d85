import { Button } from 'antd';
import { useEffect, useId, useRef } from 'react';
import type { ImportSummary } from '../../../shared/contract/imports';
import { useEngineMutation } from '../../client/engine-query';
import { formatMoment } from '../../format/day-text';
import { formatCount } from '../../format/decimal-text';
import { importName } from '../../format/import-name';
import { veiledPath } from '../../format/privacy';
import { useWords } from '../../i18n/use-words';
import { failureNotice } from '../../state/failure-notice';
import { useNotices } from '../../state/notices';
import { ImportDetails } from './ImportDetails';

/** What becomes of the rows of a file; a column each. */
export const IMPORT_COUNTS = ['rows', 'accepted', 'quarantined', 'duplicates', 'ignored'] as const;
/** File, kind, days, when and what can be done beside the counts. */
const COLUMNS = IMPORT_COUNTS.length + 5;

/** One file that was brought in; opened, everything about it stands below its line. */
export function ImportRow({
  summary,
  open,
  onOpen,
}: {
  readonly summary: ImportSummary;
  readonly open: boolean;
  readonly onOpen: (id: number | null) => void;
}) {
  const { t, term, language } = useWords();
  const { show } = useNotices();
  const details = useId();
  const line = useRef<HTMLTableRowElement>(null);
  // Opened from elsewhere, by what a file came to, it may be out of sight.
  useEffect(() => {
    if (open) line.current?.scrollIntoView({ block: 'nearest' });
  }, [open]);
  const undone = summary.state === 'undone';
  const act = useEngineMutation(undone ? 'imports.redo' : 'imports.undo');
  return (
    <>
      <tr ref={line} className={undone ? 'import-undone' : ''} data-testid="import-row">
        <td className="import-file">
          <button
            type="button"
            className="link"
            aria-expanded={open}
            aria-controls={open ? details : undefined}
            title={veiledPath(summary.path)}
            onClick={() => onOpen(open ? null : summary.id)}
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
        {IMPORT_COUNTS.map((count) => (
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
          <Button
            size="small"
            loading={act.isPending}
            onClick={() =>
              act.mutate(
                { importId: summary.id },
                {
                  onError: (thrown) => show(failureNotice(thrown)),
                },
              )
            }
          >
            {t(undone ? 'imports/redo' : 'imports/undo')}
          </Button>
        </td>
      </tr>
      {open && (
        <tr className="import-opened" id={details} data-testid="import-details">
          <td colSpan={COLUMNS}>
            <ImportDetails summary={summary} />
          </td>
        </tr>
      )}
    </>
  );
}
