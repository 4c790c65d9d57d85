import { Fragment, useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { CoverageCell, CoveragePage } from '../../../shared/contract/coverage';
import { useByFrames } from '../../components/grid/use-by-frames';
import { useRowWindow } from '../../components/grid/use-row-window';
import { CoverageMark } from '../../components/CoverageMark';
import { formatId } from '../../format/decimal-text';
import { useWords } from '../../i18n/use-words';
import { CoverageRow } from './CoverageRow';
import { nameRoom } from './name-room';
import { stepInGrid, type GridPlace } from './step-in-grid';
import { useCellSentence } from './use-cell-sentence';
import './Coverage.css';

const STATUSES = ['present', 'missing', 'double', 'not-final', 'none'] as const;

/** Pixels; of the header too. */
const ROW_HEIGHT = 27;
/** Rows of a month that are styled and laid out within a frame, and as many as are ever seen at once. */
const ROWS_A_FRAME = 8;
const ROWS_OF_VIEW = 32;

type CalendarRow = CoveragePage['rows'][number];

/**
 * A month as a grid: a row for each application and kind of data, a column for each day. One cell at a time is
 * in the order of the Tab key, the arrows go from there; what a cell means is said below, on focus and hover.
 * An account can have thousands of applications, so only the rows in view exist, between gaps as high as the others,
 * and only the pages around them were asked for.
 */
export function CoverageCalendar({
  coverage,
  rowAt,
  onRange,
}: {
  /** The first page: what is the same for all rows. */
  readonly coverage: CoveragePage;
  /** undefined: that row is still on its way. */
  readonly rowAt: (index: number) => CalendarRow | undefined;
  readonly onRange: (range: { first: number; last: number }) => void;
}) {
  const { t } = useWords();
  const { partsOf, labelOf } = useCellSentence(coverage.currency);
  const table = useRef<HTMLTableElement>(null);
  const [place, setPlace] = useState<GridPlace>({ row: 0, column: 0 });
  const [hovered, setHovered] = useState<GridPlace | null>(null);
  /** True from a key until the cell it leads to is there to be focused. */
  const onTheWay = useRef(false);
  const { total } = coverage;
  const drawn = useByFrames(total, ROWS_A_FRAME, ROWS_OF_VIEW);
  const days = coverage.rows[0]?.cells.map(({ day }) => day) ?? [];
  const said = cellAt(rowAt, hovered ?? place);
  const {
    scroller,
    viewHeight,
    inView: range,
    rows: inView,
    show,
  } = useRowWindow({ rowCount: drawn, rowHeight: ROW_HEIGHT, kept: place.row });
  useEffect(() => onRange(range), [range, onRange]);

  useLayoutEffect(() => {
    if (!onTheWay.current) return;
    onTheWay.current = false;
    const cell = `[data-place="${place.row}/${place.column}"]`;
    table.current?.querySelector<HTMLElement>(cell)?.focus();
  }, [place]);
  const move = (event: KeyboardEvent) => {
    const page = Math.max(1, Math.floor(viewHeight / ROW_HEIGHT) - 2);
    const size = { rows: total, columns: days.length, page };
    const next = stepInGrid(event.key, place, size);
    if (!next) return;
    event.preventDefault();
    onTheWay.current = true;
    show(next.row);
    setPlace(next);
    setHovered(null);
  };
  const gaps = inView.map(({ index }, at) => index - (inView[at - 1]?.index ?? -1) - 1);
  const below = total - 1 - (inView.at(-1)?.index ?? -1);

  return (
    <div className="coverage">
      <div className="coverage-scroll" ref={scroller}>
        <table
          ref={table}
          role="grid"
          className="coverage-grid"
          aria-rowcount={total + 1}
          data-testid="coverage-grid"
          onKeyDown={move}
          onMouseLeave={() => setHovered(null)}
        >
          <caption className="visually-hidden">{t('coverage:caption')}</caption>
          <thead>
            <tr aria-rowindex={1} style={{ height: ROW_HEIGHT }}>
              <th scope="col" style={{ minWidth: `${nameRoom(coverage.widest)}ch` }}>
                {t('coverage:application')}
              </th>
              <th scope="col">{t('coverage:kind')}</th>
              {days.map((day) => (
                <th key={day} scope="col" className="coverage-day">
                  <time dateTime={day}>{Number(day.slice(8))}</time>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {inView.map(({ index, slot }, at) => {
              const row = rowAt(index);
              const gap = gaps[at] ?? 0;
              return (
                <Fragment key={slot}>
                  {gap > 0 && <Gap rows={gap} />}
                  <CoverageRow
                    row={row}
                    days={days}
                    index={index}
                    height={ROW_HEIGHT}
                    named={gap > 0 || rowAt(index - 1)?.sdkAppId !== row?.sdkAppId}
                    reachable={place.row === index ? place.column : -1}
                    labelOf={labelOf}
                    onPlace={setPlace}
                    onHover={setHovered}
                  />
                </Fragment>
              );
            })}
            {below > 0 && <Gap rows={below} />}
          </tbody>
        </table>
      </div>
      <p className="coverage-said" data-testid="coverage-said">
        {said &&
          t('coverage:cell', {
            app: said.app,
            kind: t(`coverage:kinds/${said.kind}`),
            ...partsOf(said.cell),
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

/** In place of so many rows that are not in view. */
function Gap({ rows }: { readonly rows: number }) {
  return <tr aria-hidden style={{ height: rows * ROW_HEIGHT }} />;
}

function cellAt(
  rowAt: (index: number) => CalendarRow | undefined,
  { row, column }: GridPlace,
): { app: string; kind: string; cell: CoverageCell } | null {
  const found = rowAt(row);
  const cell = found?.cells[column];
  return found && cell
    ? { app: found.appName ?? formatId(found.sdkAppId), kind: found.kind, cell }
    : null;
}
