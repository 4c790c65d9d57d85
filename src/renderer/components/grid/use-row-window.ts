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
import {
  elementHeight,
  placeOf,
  scrolledFrom,
  scrolledNear,
  scrolledTo,
  type Extent,
  type Scrolled,
} from './scroll-map';

/** Rows drawn beyond the edges of the view, so that a turn of the wheel finds them there. */
const AROUND = 8;

export interface RowWindow {
  readonly scroller: RefObject<HTMLDivElement | null>;
  /** Pixels. */
  readonly viewHeight: number;
  /** Pixels that all rows take in the scroller. */
  readonly bodyHeight: number;
  /** Pixels by which rows stand higher in the scroller than in the table: 0 but for very many rows. */
  readonly shift: number;
  readonly inView: RowStretch;
  /** Those in view, those around them and the kept one, in the order of the table. */
  readonly rows: readonly PlacedRow[];
  /** Scrolls as little as needed. */
  readonly show: (index: number) => void;
  /** Scrolls where the row is not in view, so that rows stand around it. */
  readonly reveal: (index: number) => void;
  readonly toTop: () => void;
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
  const scrolled = useRef<Scrolled>({ top: 0, shift: 0 });
  const [viewHeight, setViewHeight] = useState(0);
  const [shift, setShift] = useState(0);
  const [inView, setInView] = useState<RowStretch>(NO_STRETCH);
  const settled = useDeferredValue(inView);
  const [placed, setPlaced] = useState<readonly PlacedRow[]>([]);

  const total = (rowCount + 1) * rowHeight;
  const extentOf = (element: HTMLElement): Extent => ({ total, view: element.clientHeight });

  /** Makes the element stand as it should, and sees which rows that shows. */
  const stand = (element: HTMLElement, height: number, wanted: Scrolled) => {
    if (element.scrollTop !== wanted.top) element.scrollTop = wanted.top;
    // What the element takes over may be rounded; the place of the table is not.
    const top = element.scrollTop;
    scrolled.current = { top, shift: placeOf(wanted) - top };
    const { first, last } = rowsInView(placeOf(wanted), height - rowHeight, rowHeight, rowCount);
    setShift(scrolled.current.shift);
    setInView((now) => (now.first === first && now.last === last ? now : { first, last }));
  };
  const standing = useRef(stand);
  useLayoutEffect(() => {
    standing.current = stand;
  });

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    let height = element.clientHeight;
    const extent = () => ({ total: (rowCount + 1) * rowHeight, view: height });
    const follow = () =>
      standing.current(
        element,
        height,
        scrolledFrom(scrolled.current, element.scrollTop, extent()),
      );
    const onScroll = () => flushSync(follow);
    const resized = new ResizeObserver(() => {
      height = element.clientHeight;
      setViewHeight(height);
      follow();
    });
    // Other rows: the same place of the table, where there still is one.
    standing.current(element, height, scrolledTo(placeOf(scrolled.current), extent()));
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

  const go = (element: HTMLElement, place: number) =>
    stand(element, element.clientHeight, scrolledNear(scrolled.current, place, extentOf(element)));
  const show = (index: number) => {
    const element = scroller.current;
    if (!element) return;
    const highest = (index + 2) * rowHeight - element.clientHeight;
    const lowest = index * rowHeight;
    const now = placeOf(scrolled.current);
    const place = Math.min(lowest, Math.max(highest, now));
    if (place !== now) go(element, place);
  };
  const reveal = (index: number) => {
    const element = scroller.current;
    if (!element) return;
    const now = placeOf(scrolled.current);
    const room = element.clientHeight - rowHeight;
    const top = index * rowHeight;
    if (top >= now && top + rowHeight <= now + room) return;
    const most = Math.max(0, total - element.clientHeight);
    go(element, Math.min(most, Math.max(0, top - Math.floor((room - rowHeight) / 2))));
  };
  const toTop = () => {
    if (scroller.current) go(scroller.current, 0);
  };
  const bodyHeight = elementHeight(total) - rowHeight;
  return { scroller, viewHeight, bodyHeight, shift, inView, rows, show, reveal, toTop };
}
