import type { ReactNode } from 'react';
import { useRowsInView, type PagedRows } from '../client/use-rows-in-view';
import { VirtualGrid, type VirtualGridProps } from '../components/grid/VirtualGrid';
import { Notice } from '../components/Notice';
import { useWords } from '../i18n/use-words';

type GridOfPages<Row, SortKey extends string> = Omit<
  VirtualGridProps<Row, SortKey>,
  'rowAt' | 'onRange'
> & {
  readonly paged: PagedRows<Row>;
  /** Over the table while nothing is known of it. */
  readonly wait: ReactNode;
};

/** The table of a screen. A page that comes while it is scrolled draws this anew and nothing of the screen around it. */
export function PagedGrid<Row, SortKey extends string>({
  paged,
  wait,
  ...grid
}: GridOfPages<Row, SortKey>) {
  const { error } = useWords();
  const rows = useRowsInView(paged);
  return (
    <>
      {rows.error && <Notice tone="error">{error(rows.error)}</Notice>}
      <div className="grid-screen-grid">
        {wait}
        <VirtualGrid {...grid} rowAt={rows.rowAt} onRange={rows.setRange} />
      </div>
    </>
  );
}
