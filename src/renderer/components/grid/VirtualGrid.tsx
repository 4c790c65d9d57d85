import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import { gridMove } from './grid-keys';
import { GridHeader } from './GridHeader';
import type { GridColumn, GridSort } from './grid-column';
import './VirtualGrid.css';

interface VirtualGridProps<Row, SortKey extends string> {
  readonly label: string;
  readonly testId: string;
  readonly rowTestId: string;
  readonly columns: readonly GridColumn<Row, SortKey>[];
  readonly rowCount: number;
  /** undefined: that row is still on its way. */
  readonly rowAt: (index: number) => Row | undefined;
  readonly onRange: (range: { first: number; last: number }) => void;
  readonly sort: GridSort<SortKey>;
  readonly onSort: (by: SortKey) => void;
  readonly active: number;
  readonly onActive: (index: number) => void;
  readonly onOpen: (index: number) => void;
  readonly onLeave: () => void;
}

const ROW_HEIGHT = 30;

/**
 * A table of which only the rows in view exist. Screen readers are told its true size and which row is
 * which; one row at a time can be reached by Tab, the arrows move it.
 */
export function VirtualGrid<Row, SortKey extends string>(props: VirtualGridProps<Row, SortKey>) {
  const { columns, rowCount, rowAt, onRange, active, onActive, onOpen, onLeave } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const hasFocus = useRef(false);
  const virtualizer = useVirtualizer({
    count: rowCount,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
    scrollPaddingStart: ROW_HEIGHT + 2,
  });
  const items = virtualizer.getVirtualItems();
  const [first, last] = [items[0]?.index ?? 0, items.at(-1)?.index ?? 0];
  useEffect(() => onRange({ first, last }), [first, last, onRange]);

  const rowId = (index: number) => `${props.testId}-row-${index}`;
  useEffect(() => {
    if (!hasFocus.current || active < 0) return;
    virtualizer.scrollToIndex(active);
    document.getElementById(rowId(active))?.focus({ preventScroll: true });
  });

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target instanceof HTMLButtonElement) return;
    const page = Math.floor((scroller.current?.clientHeight ?? 0) / ROW_HEIGHT) - 2;
    const move = gridMove(event.key, { active, rows: rowCount, page });
    if (!move) return;
    event.preventDefault();
    if (move.kind === 'go') onActive(move.row);
    else if (move.kind === 'open') onOpen(active);
    else onLeave();
  };

  const template = columns
    .map(({ width, grows }) => (grows ? `minmax(${width}px, ${width}fr)` : `${width}px`))
    .join(' ');
  const minWidth = columns.reduce((sum, { width }) => sum + width, 0);
  return (
    <div
      ref={scroller}
      className="grid"
      role="grid"
      aria-label={props.label}
      aria-rowcount={rowCount + 1}
      aria-colcount={columns.length}
      data-testid={props.testId}
      onKeyDown={onKeyDown}
      onFocus={() => {
        hasFocus.current = true;
      }}
      onBlur={(event) => {
        if (event.relatedTarget !== null && !event.currentTarget.contains(event.relatedTarget))
          hasFocus.current = false;
      }}
    >
      <GridHeader {...{ columns, template, minWidth }} sort={props.sort} onSort={props.onSort} />
      <div
        className="grid-body"
        role="presentation"
        style={{ height: virtualizer.getTotalSize(), minWidth }}
      >
        {items.map(({ index, start }) => {
          const row = rowAt(index);
          return (
            <div
              key={index}
              id={rowId(index)}
              role="row"
              aria-rowindex={index + 2}
              aria-selected={index === active}
              tabIndex={index === (active < 0 ? 0 : active) ? 0 : -1}
              className={index === active ? 'grid-row grid-row-active' : 'grid-row'}
              data-testid={props.rowTestId}
              style={{ gridTemplateColumns: template, transform: `translateY(${start}px)` }}
              onClick={() => {
                hasFocus.current = true;
                onActive(index);
                onOpen(index);
              }}
            >
              {columns.map((column, columnIndex) => (
                <div
                  key={column.key}
                  role="gridcell"
                  aria-colindex={columnIndex + 1}
                  className={column.numeric ? 'grid-cell number' : 'grid-cell'}
                >
                  {row === undefined ? <span className="grid-pending" /> : column.cell(row)}
                </div>
              ))}
            </div>
          );
        })}
      </div>
    </div>
  );
}
