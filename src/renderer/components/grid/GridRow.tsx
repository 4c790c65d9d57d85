import { memo, type MouseEvent, type ReactNode } from 'react';
import type { GridColumn } from './grid-column';

/** One row of a grid: only those in view exist, and one that stays as it is is not drawn again. */
export const GridRow = memo(Drawn) as typeof Drawn;

/** `row` is undefined while it is on its way. */
function Drawn<Row, SortKey extends string>({
  id,
  testId,
  index,
  start,
  row,
  columns,
  template,
  active,
  chosen,
  reachable,
  onClick,
}: {
  readonly id: string;
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
  /** The same function from one drawing to the next. */
  readonly onClick: (event: MouseEvent, index: number) => void;
}): ReactNode {
  const tones = [active && 'grid-row-active', chosen && 'grid-row-chosen'].filter(Boolean);
  return (
    <div
      id={id}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={chosen}
      aria-busy={row === undefined || undefined}
      tabIndex={reachable ? 0 : -1}
      className={['grid-row', ...tones].join(' ')}
      data-testid={testId}
      style={{ gridTemplateColumns: template, transform: `translateY(${start}px)` }}
      onClick={(event) => onClick(event, index)}
    >
      {columns.map((column, columnIndex) => (
        <div
          key={column.key}
          role="gridcell"
          aria-colindex={columnIndex + 1}
          className={column.numeric ? 'grid-cell number' : 'grid-cell'}
          title={row === undefined || column.numeric ? undefined : column.text(row)}
        >
          {row === undefined ? <span className="grid-pending" /> : cellOf(column, row)}
        </div>
      ))}
    </div>
  );
}

function cellOf<Row, SortKey extends string>(column: GridColumn<Row, SortKey>, row: Row) {
  return column.cell ? column.cell(row) : column.text(row);
}
