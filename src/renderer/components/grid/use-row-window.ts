import { useDeferredValue, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { flushSync } from 'react-dom';
import {
  NO_STRETCH,
  placedRows,
  rowsInView,
  wantedRows,
  type PlacedRow,
  type RowStretch,
} from './row-window';

/** Rows drawn beyond the edges of the view, so that a turn of the wheel finds them there. */
const AROUND = 8;

export interface RowWindow {
  readonly scroller: RefObject<HTMLDivElement | null>;
  /** Pixels. */
  readonly viewHeight: number;
  readonly inView: RowStretch;
  /** Those in view, those around them and the kept one, in the order of the table. */
  readonly rows: readonly PlacedRow[];
  /** Scrolls as little as needed. */
  readonly show: (index: number) => void;
}

/**
 * Which rows exist while a table is scrolled. All rows are equally high, and the header, as high as a row, stays on
 * top. What comes into view is drawn in the same frame; the rows around it follow when there is time, so that
 * neither a step nor a leap draws more than what is seen. `kept`, the row with the focus, exists wherever it is.
 */
export function useRowWindow({
  rowCount,
  rowHeight,
  kept,
}: {
  readonly rowCount: number;
  readonly rowHeight: number;
  /** -1: none. */
  readonly kept: number;
}): RowWindow {
  const scroller = useRef<HTMLDivElement>(null);
  const [viewHeight, setViewHeight] = useState(0);
  const [inView, setInView] = useState<RowStretch>(NO_STRETCH);
  const settled = useDeferredValue(inView);
  const [placed, setPlaced] = useState<readonly PlacedRow[]>([]);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    let height = element.clientHeight;
    const measure = () => {
      const { first, last } = rowsInView(
        element.scrollTop,
        height - rowHeight,
        rowHeight,
        rowCount,
      );
      setInView((now) => (now.first === first && now.last === last ? now : { first, last }));
    };
    const onScroll = () => flushSync(measure);
    const resized = new ResizeObserver(() => {
      height = element.clientHeight;
      setViewHeight(height);
      measure();
    });
    measure();
    element.addEventListener('scroll', onScroll, { passive: true });
    resized.observe(element);
    return () => {
      element.removeEventListener('scroll', onScroll);
      resized.disconnect();
    };
  }, [rowCount, rowHeight]);

  const spare = settled !== inView;
  const rows = placedRows(placed, wantedRows(inView, spare ? 0 : AROUND, rowCount, kept), spare);
  if (rows !== placed) setPlaced(rows);

  const show = (index: number) => {
    const element = scroller.current;
    if (!element) return;
    const highest = (index + 2) * rowHeight - element.clientHeight;
    const lowest = index * rowHeight;
    const top = Math.min(lowest, Math.max(highest, element.scrollTop));
    if (top !== element.scrollTop) element.scrollTop = top;
  };
  return { scroller, viewHeight, inView, rows, show };
}
