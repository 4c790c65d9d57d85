import { Button } from 'antd';
import type { ImportOutcome, ImportSummary } from '../../../shared/contract/imports';
import { Section } from '../../components/Section';
import { formatCount } from '../../format/decimal-text';
import { importName } from '../../format/import-name';
import { useWords } from '../../i18n/use-words';

/** What each file of a batch came to, as it stands by now; nothing is left out in silence. */
export function Outcomes({
  outcomes,
  imports,
  onDetails,
  onDone,
}: {
  readonly outcomes: readonly ImportOutcome[];
  /** What is in the workspace now: rows may have been corrected since. */
  readonly imports: readonly ImportSummary[];
  readonly onDetails: (importId: number) => void;
  readonly onDone: () => void;
}) {
  const { t, error } = useWords();
  const now = (summary: ImportSummary) => imports.find(({ id }) => id === summary.id) ?? summary;
  return (
    <Section title={t('outcome/title')}>
      <ul className="readings">
        {outcomes.map((file, index) => (
          <li key={`${file.path} ${index}`} className="reading">
            {file.outcome === 'failed' ? (
              <>
                <strong>{file.path}</strong>
                <p role="alert">{error(file.error)}</p>
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
