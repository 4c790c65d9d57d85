import type { Explanation, RawRow } from '../../../shared/contract/audits';
import { Section } from '../../components/Section';
import { formatCount } from '../../format/decimal-text';
import { useWords } from '../../i18n/use-words';

/** The rows of the user's own files behind the numbers, cell by cell and as they were written. */
export function RawRows({ explanation }: { readonly explanation: Explanation }) {
  const { t } = useWords();
  const { usageRows, usageRowsTotal, billRows } = explanation;
  return (
    <div data-testid="explanation-raw" className="raw">
      <Section
        title={t('raw/usage')}
        aside={
          usageRowsTotal > usageRows.length
            ? t('raw/some', {
                shown: formatCount(usageRows.length),
                all: formatCount(usageRowsTotal),
              })
            : undefined
        }
      >
        <RawTable rows={usageRows} none={t('raw/noUsage')} />
      </Section>
      <Section title={t('raw/bill')}>
        <RawTable rows={billRows} none={t('raw/noBill')} />
      </Section>
    </div>
  );
}

function RawTable({ rows, none }: { readonly rows: readonly RawRow[]; readonly none: string }) {
  const { t } = useWords();
  if (rows.length === 0) return <p className="muted overview-none">{none}</p>;
  return (
    <>
      {rows.map(({ origin, header, cells, raw }, index) => (
        <figure key={index} className="raw-row">
          <figcaption>
            {t(origin.line === undefined ? 'origin/file' : 'origin/line', {
              file: origin.file,
              line: origin.line ?? '',
            })}
          </figcaption>
          <div className="raw-cells" tabIndex={0}>
            <table>
              <thead>
                <tr>
                  {header.map((name, column) => (
                    <th key={column} scope="col">
                      {name}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                <tr>
                  {cells.map((cell, column) => (
                    <td key={column}>{cell}</td>
                  ))}
                </tr>
              </tbody>
            </table>
          </div>
          <code>{raw}</code>
        </figure>
      ))}
    </>
  );
}
