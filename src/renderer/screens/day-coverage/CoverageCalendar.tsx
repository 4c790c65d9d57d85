import { useRef, useState, type KeyboardEvent } from 'react';
import type { Coverage, CoverageCell } from '../../../shared/contract/coverage';
import { CoverageMark } from '../../components/CoverageMark';
import { formatDay } from '../../format/day-text';
import { formatId } from '../../format/decimal-text';
import { useWords } from '../../i18n/use-words';
import { stepInGrid, type GridPlace } from './step-in-grid';
import { useCellSentence } from './use-cell-sentence';
import './Coverage.css';

const STATUSES = ['present', 'missing', 'double', 'not-final', 'none'] as const;

/**
 * A month as a grid: a row for each application and kind of data, a column for each day. One cell at a time is
 * in the order of the Tab key, the arrows go from there; what a cell means is said below, on focus and hover.
 */
export function CoverageCalendar({ coverage }: { readonly coverage: Coverage }) {
  const { t, language } = useWords();
  const meaningOf = useCellSentence(coverage.currency);
  const whenAndWhat = (cell: CoverageCell) => ({
    when: formatDay(cell.day, language),
    what: meaningOf(cell),
  });
  const table = useRef<HTMLTableElement>(null);
  const [place, setPlace] = useState<GridPlace>({ row: 0, column: 0 });
  const [hovered, setHovered] = useState<GridPlace | null>(null);
  const { rows } = coverage;
  const days = rows[0]?.cells.map(({ day }) => day) ?? [];
  const said = cellAt(coverage, hovered ?? place);

  const move = (event: KeyboardEvent) => {
    const next = stepInGrid(event.key, place, { rows: rows.length, columns: days.length });
    if (!next) return;
    event.preventDefault();
    setPlace(next);
    setHovered(null);
    table.current?.querySelector<HTMLElement>(`[data-place="${next.row}/${next.column}"]`)?.focus();
  };

  return (
    <div className="coverage">
      <div className="coverage-scroll">
        <table
          ref={table}
          role="grid"
          className="coverage-grid"
          data-testid="coverage-grid"
          onKeyDown={move}
          onMouseLeave={() => setHovered(null)}
        >
          <caption className="visually-hidden">{t('coverage:caption')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('coverage:application')}</th>
              <th scope="col">{t('coverage:kind')}</th>
              {days.map((day) => (
                <th key={day} scope="col" className="coverage-day">
                  <time dateTime={day}>{Number(day.slice(8))}</time>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <tr key={`${row.sdkAppId}/${row.kind}`}>
                <th scope="row" className="coverage-app">
                  {rows[index - 1]?.sdkAppId === row.sdkAppId ? (
                    <span className="visually-hidden">{formatId(row.sdkAppId)}</span>
                  ) : (
                    (row.appName ?? formatId(row.sdkAppId))
                  )}
                </th>
                <th scope="row" className="coverage-kind">
                  {t(`coverage:kinds/${row.kind}`)}
                </th>
                {row.cells.map((cell, column) => (
                  <td
                    key={cell.day}
                    role="gridcell"
                    data-place={`${index}/${column}`}
                    data-status={cell.status}
                    tabIndex={place.row === index && place.column === column ? 0 : -1}
                    aria-label={t('coverage:day', whenAndWhat(cell))}
                    onFocus={() => setPlace({ row: index, column })}
                    onMouseEnter={() => setHovered({ row: index, column })}
                  >
                    <CoverageMark status={cell.status} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="coverage-said" data-testid="coverage-said">
        {said &&
          t('coverage:cell', {
            app: said.app,
            kind: t(`coverage:kinds/${said.kind}`),
            ...whenAndWhat(said.cell),
          })}
      </p>
      <ul className="coverage-legend">
        {STATUSES.map((status) => (
          <li key={status}>
            <CoverageMark status={status} /> {t(`coverage:statuses/${status}`)}
          </li>
        ))}
      </ul>
    </div>
  );
}

function cellAt(
  { rows }: Coverage,
  { row, column }: GridPlace,
): { app: string; kind: string; cell: CoverageCell } | null {
  const found = rows[row];
  const cell = found?.cells[column];
  return found && cell
    ? { app: found.appName ?? formatId(found.sdkAppId), kind: found.kind, cell }
    : null;
}
