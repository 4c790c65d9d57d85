import { useCallback, type ReactNode } from 'react';
import { Empty } from '../components/Placeholder';
import { Notice } from '../components/Notice';
import { VirtualGrid } from '../components/grid/VirtualGrid';
import type { GridColumn, GridSort } from '../components/grid/grid-column';
import type { EngineError } from '../../shared/contract/error';
import { formatCount } from '../format/decimal-text';
import { useWords } from '../i18n/use-words';
import type { GridPlaceState } from './use-grid-place';
import './GridScreen.css';

interface Pages<Row> {
  readonly total: number;
  readonly loading: boolean;
  readonly error: EngineError | null;
  readonly rowAt: (index: number) => Row | undefined;
  readonly setRange: (range: { first: number; last: number }) => void;
}

interface GridScreenProps<Row, SortKey extends string> {
  /** Names the grid in test ids and in what is remembered about it. */
  readonly name: string;
  readonly rowTestId: string;
  readonly label: string;
  readonly columns: readonly GridColumn<Row, SortKey>[];
  readonly pages: Pages<Row>;
  readonly place: GridPlaceState;
  readonly sort: GridSort<SortKey>;
  readonly onSort: (by: SortKey) => void;
  readonly onOpen: (index: number) => void;
  readonly onLeave: () => void;
  readonly panelOpen: boolean;
  readonly filters: ReactNode;
  readonly empty: { readonly title: string; readonly text: string };
  /** What the rows come to, at the end of the status bar. */
  readonly sums: ReactNode;
  /** Beside the grid: what one row is about. */
  readonly panel: ReactNode;
}

/** A screen that is one big table: filters above it, what the rows come to below, one row explained beside it. */
export function GridScreen<Row, SortKey extends string>(props: GridScreenProps<Row, SortKey>) {
  const { t, error } = useWords();
  const { pages, place } = props;
  const { setRange } = pages;
  const onRange = useCallback(
    (range: { first: number; last: number }) => setRange(range),
    [setRange],
  );
  return (
    <div className="grid-screen">
      <div className="grid-screen-list">
        {props.filters}
        {pages.error && <Notice tone="error">{error(pages.error)}</Notice>}
        {!pages.loading && pages.total === 0 ? (
          <Empty title={props.empty.title}>{props.empty.text}</Empty>
        ) : (
          <div className="grid-screen-grid">
            <VirtualGrid
              label={props.label}
              testId={`${props.name}-grid`}
              rowTestId={props.rowTestId}
              columns={props.columns}
              rowCount={pages.total}
              rowAt={pages.rowAt}
              onRange={onRange}
              sort={props.sort}
              onSort={props.onSort}
              active={place.active}
              onActive={(index) => {
                place.moveTo(index);
                if (props.panelOpen) props.onOpen(index);
              }}
              selection={place.selection}
              onSelection={place.select}
              onOpen={props.onOpen}
              onLeave={props.onLeave}
            />
          </div>
        )}
        <div className="grid-screen-sums" data-testid={`${props.name}-sums`}>
          <span>
            {t('differences/rows', { count: pages.total, rows: formatCount(pages.total) })}
          </span>
          {props.sums}
        </div>
      </div>
      {props.panel}
    </div>
  );
}
