import { useDeferredValue, useEffect, useRef, type KeyboardEvent, type MouseEvent } from 'react';
import { isSilentLetter } from '../letter-keys';
import { gridMove } from './grid-keys';
import { GridHeader } from './GridHeader';
import { GridRow } from './GridRow';
import type { GridColumn, GridSort } from './grid-column';
import {
  allRows,
  isChosen,
  onlyRow,
  stretchTo,
  withToggled,
  type RowSelection,
} from './row-selection';
import { useRowWindow } from './use-row-window';
import '../Amount.css';
import './VirtualGrid.css';

export interface VirtualGridProps<Row, SortKey extends string> {
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
  /** Another number: shown from the top. */
  readonly starts: number;
  /** Another number: `active` was gone to from elsewhere, and is brought into view. */
  readonly reveals: number;
  readonly active: number;
  readonly onActive: (index: number) => void;
  readonly selection: RowSelection;
  readonly onSelection: (selection: RowSelection) => void;
  readonly onOpen: (index: number) => void;
  readonly onLeave: () => void;
  /** Copies what is chosen. */
  readonly onCopy?: () => void;
  /** Between the parts of a row that is read out. */
  readonly separator: string;
  /** Pixels. */
  readonly rowHeight?: number;
}

const ROW_HEIGHT = 30;

/**
 * A table of which only the rows in view exist. Screen readers are told its true size and which row is
 * which; one row at a time can be reached by Tab, the arrows move it.
 */
export function VirtualGrid<Row, SortKey extends string>(props: VirtualGridProps<Row, SortKey>) {
  const { columns, rowCount, rowAt, onRange, active, onActive, selection, onSelection } = props;
  const rowHeight = props.rowHeight ?? ROW_HEIGHT;
  const body = useRef<HTMLDivElement>(null);
  const hasFocus = useRef(false);
  const rowWindow = useRowWindow({ rowCount, rowHeight, kept: active });
  const { scroller, viewHeight, bodyHeight, shift, inView, rows } = rowWindow;
  // Rows around the view are given what has come for them when those in view are drawn.
  const laterRowAt = useDeferredValue(rowAt);
  useEffect(() => onRange(inView), [inView, onRange]);

  const moves = useRef(rowWindow);
  useEffect(() => {
    moves.current = rowWindow;
  });
  useEffect(() => moves.current.toTop(), [props.starts]);
  const focusRow = (index: number) =>
    body.current
      ?.querySelector<HTMLElement>(`[aria-rowindex="${index + 2}"]`)
      ?.focus({ preventScroll: true });
  useEffect(() => {
    if (!hasFocus.current || active < 0) return;
    moves.current.show(active);
    focusRow(active);
  }, [active, viewHeight]);
  const goneTo = useRef(active);
  useEffect(() => {
    goneTo.current = active;
  });
  useEffect(() => {
    if (goneTo.current < 0) return;
    moves.current.reveal(goneTo.current);
    // What had the focus is gone with the screen before: the keys go on from the row that was gone to.
    if (document.activeElement === document.body) focusRow(goneTo.current);
  }, [props.reveals]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.target instanceof HTMLButtonElement || isSilentLetter(event)) return;
    const page = Math.floor(viewHeight / rowHeight) - 2;
    const { key, shiftKey: shift } = event;
    const command = event.ctrlKey || event.metaKey;
    const at = active < 0 ? rowOf(event.target) : active;
    const move = gridMove({ key, shift, command }, { active: at, rows: rowCount, page });
    if (!move) return;
    event.preventDefault();
    if (move.kind === 'go' || move.kind === 'stretch') {
      const anchor = selection.anchor < 0 ? at : selection.anchor;
      onSelection(
        move.kind === 'go' ? onlyRow(move.row) : stretchTo({ ...selection, anchor }, move.row),
      );
      onActive(move.row);
      return;
    }
    // What is done to a row that Tab came to also makes it the one the keys are at.
    if ((move.kind === 'toggle' || move.kind === 'open') && at !== active) onActive(at);
    if (move.kind === 'toggle') onSelection(withToggled(selection, at));
    else if (move.kind === 'all') onSelection(allRows(rowCount));
    else if (move.kind === 'copy') props.onCopy?.();
    else if (move.kind === 'open') props.onOpen(at);
    else props.onLeave();
  };
  const onClick = (event: MouseEvent) => {
    const row = (event.target as Element).closest('[aria-rowindex]');
    if (!row) return;
    const index = Number(row.getAttribute('aria-rowindex')) - 2;
    hasFocus.current = true;
    const adding = event.ctrlKey || event.metaKey;
    const next = event.shiftKey
      ? stretchTo(selection, index)
      : adding
        ? withToggled(selection, index)
        : onlyRow(index);
    onSelection(next);
    onActive(index);
    if (!event.shiftKey && !adding) props.onOpen(index);
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
      aria-multiselectable
      data-testid={props.testId}
      onKeyDown={onKeyDown}
      onMouseDown={(event) => {
        // Shift would mark the text between two clicks.
        if (event.shiftKey) event.preventDefault();
      }}
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
        ref={body}
        className="grid-body"
        role="rowgroup"
        style={{ height: bodyHeight, minWidth }}
        onClick={onClick}
      >
        {/* The row with the focus may be far below the others: it must not make the table longer. */}
        {rows.map(({ index, slot }) => (
          <GridRow
            key={slot}
            testId={props.rowTestId}
            {...{ index, columns, template }}
            start={Math.min(index * rowHeight - shift, bodyHeight - rowHeight)}
            row={index >= inView.first && index <= inView.last ? rowAt(index) : laterRowAt(index)}
            active={index === active}
            chosen={isChosen(selection, index)}
            reachable={index === (active < 0 ? inView.first : active)}
            separator={props.separator}
          />
        ))}
      </div>
    </div>
  );
}

/** The row that is focused, counted from 0: before one was entered, that is where Tab came to. */
function rowOf(target: EventTarget): number {
  const row = target instanceof Element ? target.closest('[aria-rowindex]') : null;
  return Number(row?.getAttribute('aria-rowindex') ?? 1) - 2;
}
