import type { RawRow } from '../../shared/contract/audits';
import { veiledDigits } from '../format/privacy';
import { useWords } from '../i18n/use-words';
import './RawTable.css';

/** Rows of the user's own files: where they stand, cell by cell, and as they were written. */
export function RawTable({
  rows,
  none,
}: {
  readonly rows: readonly RawRow[];
  readonly none: string;
}) {
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
                    <td key={column}>{veiledDigits(cell)}</td>
                  ))}
                </tr>
              </tbody>
            </table>
          </div>
          <code>{veiledDigits(raw)}</code>
        </figure>
      ))}
    </>
  );
}
