import { Button } from 'antd';
import type { ImportOutcome, ImportSummary } from '../../../shared/contract/imports';
import { useEffect, useRef } from 'react';
import { useEngineQuery } from '../../client/engine-query';
import { Section } from '../../components/Section';
import { formatCount } from '../../format/decimal-text';
import { importName } from '../../format/import-name';
import { fileName } from '../../format/file-name';
import { veiledPath } from '../../format/privacy';
import { Notice } from '../../components/Notice';
import { useImportDraft } from '../../state/import-draft';
import { useWords } from '../../i18n/use-words';

/** As many are asked for at once. */
const MOST = 1000;

/** What each file of a batch came to, as it stands by now; nothing is left out in silence. */
export function Outcomes({
  outcomes,
  onDetails,
  onDone,
}: {
  readonly outcomes: readonly ImportOutcome[];
  readonly onDetails: (importId: number) => void;
  readonly onDone: () => void;
}) {
  const { t, error } = useWords();
  const { offer } = useImportDraft();
  const ids = outcomes.flatMap((file) => (file.outcome === 'failed' ? [] : [file.summary.id]));
  const found = useEngineQuery('imports.list', { offset: 0, limit: MOST, ids: ids.slice(0, MOST) });
  const list = useRef<HTMLUListElement>(null);
  // What was looked at before may have been long: the answer begins where it can be read.
  useEffect(() => {
    list.current?.closest('section')?.scrollIntoView({ block: 'start' });
  }, []);
  // Rows may have been corrected since.
  const failed = outcomes.flatMap((file) => (file.outcome === 'failed' ? [file.path] : []));
  const now = (summary: ImportSummary) =>
    found.data?.rows.find(({ id }) => id === summary.id) ?? summary;
  return (
    <Section title={t('outcome/title')}>
      <ul className="readings" ref={list} data-testid="outcomes">
        {outcomes.map((file, index) => (
          <li key={`${file.path} ${index}`} className="reading">
            {file.outcome === 'failed' ? (
              <>
                <strong title={veiledPath(file.path)}>{fileName(file.path)}</strong>
                <Notice tone="error">{error(file.error)}</Notice>
              </>
            ) : (
              <Came came={file.outcome} summary={now(file.summary)} onDetails={onDetails} />
            )}
          </li>
        ))}
      </ul>
      <p className="readings-actions">
        <Button type="primary" onClick={onDone}>
          {t('outcome/close')}
        </Button>
        {failed.length > 0 && (
          <Button
            data-testid="import-again"
            onClick={() => {
              onDone();
              offer(failed);
            }}
          >
            {t('explain/retry')}
          </Button>
        )}
      </p>
    </Section>
  );
}

function Came({
  came,
  summary,
  onDetails,
}: {
  readonly came: Exclude<ImportOutcome['outcome'], 'failed'>;
  readonly summary: ImportSummary;
  readonly onDetails: (importId: number) => void;
}) {
  const { t } = useWords();
  const { id, rows, accepted, quarantined, duplicates, ignored } = summary;
  return (
    <>
      <strong>{importName(summary)}</strong>
      <p>
        {t(`outcome/${came}`, {
          rows: formatCount(rows),
          accepted: formatCount(accepted),
          quarantined: formatCount(quarantined),
          duplicates: formatCount(duplicates),
          ignored: formatCount(ignored),
        })}{' '}
        <button type="button" className="link" onClick={() => onDetails(id)}>
          {t('imports/details')}
        </button>
      </p>
    </>
  );
}
