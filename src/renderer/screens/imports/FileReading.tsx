import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { FileReading as Reading, Inspection } from '../../../shared/contract/imports';
import { IssueList } from '../../issues/IssueList';
import { inARow } from '../../i18n/in-a-row';
import { useWords } from '../../i18n/use-words';
import { formatBytes } from '../../format/byte-text';
import { veiledDigits } from '../../format/privacy';
import '../../evidence/RawTable.css';

const SENTENCES = {
  csv: 'reading/sentence',
  zip: 'reading/sentence',
  xlsx: 'reading/sheetSentence',
  json: 'reading/jsonSentence',
} as const;
const STATED_TERMS = { service: 'tierServices', basis: 'bases' } as const;

/** One file: a sentence that says how it was read, its columns with the first rows, and its problems. */
export function FileReading({
  inspection,
  editor,
  folded,
  onEdit,
}: {
  readonly inspection: Inspection;
  /** Where its columns are being named; null: they are not. */
  readonly editor: ReactNode;
  /** Among many files the first rows of each are shown when they are asked for. */
  readonly folded: boolean;
  readonly onEdit: () => void;
}) {
  const { t, term, error, sentence } = useWords();
  if (!inspection.ok) {
    return (
      <li className="reading reading-refused" data-testid="reading">
        <strong>{veiledDigits(inspection.fileName)}</strong>
        <p role="alert">{error(inspection.error)}</p>
        {inspection.mappable && !editor && (
          <p>
            <Button size="small" type="primary" data-testid="mapping-open" onClick={onEdit}>
              {t('mapping:open')}
            </Button>
          </p>
        )}
        {editor}
      </li>
    );
  }
  const { reading } = inspection;
  return (
    <li className="reading" data-testid="reading">
      <p>
        <strong>{veiledDigits(reading.fileName)}</strong>{' '}
        <span className="muted">{formatBytes(reading.size)}</span>
      </p>
      <p>
        {t(SENTENCES[reading.container], {
          profile: term('profiles', reading.profile),
          encoding: term('encodings', reading.encoding),
          delimiter: term('delimiters', reading.delimiter),
          sheet: reading.sheet ?? '',
          line: reading.headerLine,
          used: reading.columns.filter(({ field }) => field !== null).length,
          columns: reading.columns.length,
        })}
        {reading.alreadyImportedAs !== null && (
          <span className="muted"> {t('reading/already', { id: reading.alreadyImportedAs })}</span>
        )}
      </p>
      {reading.container !== 'json' && !editor && (
        <p>
          <button
            type="button"
            className="link"
            data-testid="mapping-reopen"
            aria-label={`${veiledDigits(reading.fileName)}: ${t('mapping:reopen')}`}
            onClick={onEdit}
          >
            {t('mapping:reopen')}
          </button>
        </p>
      )}
      {editor}
      {reading.stated.length > 0 && (
        <p className="muted" data-testid="reading-stated">
          {inARow(
            t,
            reading.stated.map(({ fact, value, by }) =>
              sentence('reading', `${fact}/${by}`, {
                value:
                  fact === 'service' || fact === 'basis' ? term(STATED_TERMS[fact], value) : value,
              }),
            ),
          )}
        </p>
      )}
      {reading.sampleRows.length > 0 &&
        (folded ? (
          <details className="reading-sample">
            <summary>{t('reading/sample')}</summary>
            <SampleRows reading={reading} />
          </details>
        ) : (
          <SampleRows reading={reading} />
        ))}
      {reading.issues.length > 0 && (
        <IssueList
          issues={reading.issues}
          place={({ file, line }) => (line === undefined ? null : t('origin/line', { file, line }))}
        />
      )}
    </li>
  );
}

/** The first rows with the columns as they are named; those that are not used are told apart. */
function SampleRows({ reading }: { readonly reading: Reading }) {
  const { t } = useWords();
  return (
    <div className="raw-cells" tabIndex={0}>
      <table>
        <thead>
          <tr>
            {reading.columns.map(({ header, field }, column) => (
              <th
                key={column}
                scope="col"
                className={field === null ? 'reading-unused' : undefined}
                title={field === null ? t('reading/unused') : undefined}
              >
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {reading.sampleRows.slice(0, 3).map((cells, row) => (
            <tr key={row}>
              {cells.map((cell, column) => (
                <td
                  key={column}
                  className={reading.columns[column]?.field === null ? 'reading-unused' : undefined}
                >
                  {veiledDigits(cell)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
