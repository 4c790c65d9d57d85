import { Button } from 'antd';
import type { ImportOutcome } from '../../../shared/contract/imports';
import { Section } from '../../components/Section';
import { formatCount } from '../../format/decimal-text';
import { importName } from '../../format/import-name';
import { useWords } from '../../i18n/use-words';

/** What each file of a batch came to; nothing is left out in silence. */
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
              <>
                <strong>{importName(file.summary)}</strong>
                <p>
                  {t(`outcome/${file.outcome}`, {
                    rows: formatCount(file.summary.rows),
                    accepted: formatCount(file.summary.accepted),
                    quarantined: formatCount(file.summary.quarantined),
                    duplicates: formatCount(file.summary.duplicates),
                    ignored: formatCount(file.summary.ignored),
                  })}{' '}
                  <button type="button" className="link" onClick={() => onDetails(file.summary.id)}>
                    {t('imports/details')}
                  </button>
                </p>
              </>
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
