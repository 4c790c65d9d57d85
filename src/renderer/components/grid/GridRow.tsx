import { memo, useState, type ReactNode } from 'react';
import type { CellLook } from './cell-look';
import type { GridColumn } from './grid-column';
import { rowSentence } from './row-sentence';
import { fits } from './text-room';

/** One row of a grid: only those in view exist, and one that stays as it is is not drawn again. */
export const GridRow = memo(Drawn) as typeof Drawn;

/** `row` is undefined while it is on its way. */
function Drawn<Row, SortKey extends string>({
  testId,
  index,
  start,
  row,
  columns,
  template,
  active,
  chosen,
  reachable,
  separator,
}: {
  readonly testId: string;
  readonly index: number;
  /** Pixels from the top of the body. */
  readonly start: number;
  readonly row: Row | undefined;
  readonly columns: readonly GridColumn<Row, SortKey>[];
  readonly template: string;
  readonly active: boolean;
  readonly chosen: boolean;
  /** One row of the grid is reached by Tab. */
  readonly reachable: boolean;
  /** Between the parts of what is read out. */
  readonly separator: string;
}): ReactNode {
  // Cells are not emptied for a row that is on its way: they stay as they were, unseen and unread, until it is there.
  const [filled, setFilled] = useState(row);
  if (row !== undefined && row !== filled) setFilled(row);
  const tones = [
    row === undefined && 'grid-row-pending',
    active && 'grid-row-active',
    chosen && 'grid-row-chosen',
  ].filter(Boolean);
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      // Only one row can have the focus: the others are not read out as a whole, so nothing is made for them.
      aria-label={reachable && row !== undefined ? rowSentence(columns, row, separator) : undefined}
      aria-selected={chosen}
      aria-busy={row === undefined || undefined}
      tabIndex={reachable ? 0 : -1}
      className={['grid-row', ...tones].join(' ')}
      data-testid={testId}
      style={{ gridTemplateColumns: template, transform: `translateY(${start}px)` }}
    >
      <GridCells columns={columns} row={row ?? filled} />
    </div>
  );
}

const GridCells = memo(DrawnCells) as typeof DrawnCells;

function DrawnCells<Row, SortKey extends string>({
  columns,
  row,
}: {
  readonly columns: readonly GridColumn<Row, SortKey>[];
  readonly row: Row | undefined;
}): ReactNode {
  return columns.map((column, at) => cellOf(column, row, at + 1));
}

const PENDING: CellLook = { text: '' };

/** `place` counts from 1. A function and no component: a screen has hundreds of cells. */
function cellOf<Row, SortKey extends string>(
  column: GridColumn<Row, SortKey>,
  row: Row | undefined,
  place: number,
): ReactNode {
  const { text, tail, tone, room, sign } = row === undefined ? PENDING : lookOf(column, row);
  const beside = (tail?.length ?? 0) + (room ?? 0);
  const classes = [
    fits(text, beside, sign !== undefined, column.width) ? 'grid-cell' : 'grid-cell grid-cut',
    column.numeric && 'number',
    room && `grid-room-${room}`,
    tone,
  ].filter(Boolean);
  return (
    <div
      key={column.key}
      role="gridcell"
      aria-colindex={place}
      className={classes.join(' ')}
      title={column.numeric || text === '' ? undefined : text}
    >
      {sign && (
        <svg
          viewBox={`0 0 ${sign.box} ${sign.box}`}
          width={sign.pixels}
          height={sign.pixels}
          aria-hidden="true"
        >
          <path d={sign.path} />
        </svg>
      )}
      {text}
      {tail && <span className="amount-tail">{tail}</span>}
    </div>
  );
}

function lookOf<Row, SortKey extends string>(column: GridColumn<Row, SortKey>, row: Row): CellLook {
  return column.look ? column.look(row) : { text: column.text(row) };
}
