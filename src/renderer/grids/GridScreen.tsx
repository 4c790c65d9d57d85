import { useEffect, useMemo, useRef, type ReactNode, type RefObject } from 'react';
import { Button } from '../components/Button';
import { Empty, Loading } from '../components/Placeholder';
import { Notice } from '../components/Notice';
import type { GridColumn, GridSort } from '../components/grid/grid-column';
import type { PagedRows } from '../client/use-rows-in-view';
import type { EngineError } from '../../shared/contract/error';
import { formatCount } from '../format/decimal-text';
import { useWords } from '../i18n/use-words';
import { arranged, columnsBeside } from '../components/grid/column-layout';
import { useSettings } from '../state/settings';
import { useMedia } from '../state/use-media';
import { GridTools } from './GridTools';
import { PagedGrid } from './PagedGrid';
import { useGridLayout } from './use-grid-layout';
import { PANEL_COVERS, RowStepsContext } from './row-steps';
import { useTableCopy, type RowsAt } from './use-table-copy';
import type { GridPlaceState } from './use-grid-place';
import './GridScreen.css';

/** Pixels; the same as --row in tokens.css. */
const ROW_HEIGHTS = { comfortable: 30, compact: 24 } as const;

/** Pixels of columns that stand beside a panel in a wide window. */
const BESIDE = { wide: 880, widest: 1380 } as const;

interface Pages<Row> {
  readonly total: number;
  readonly loading: boolean;
  readonly renewing: boolean;
  readonly error: EngineError | null;
  readonly rowAt: (index: number) => Row | undefined;
  readonly paged: PagedRows<Row>;
}

/** What a grid says where it has no rows, and the way to some. */
export interface NothingFits {
  readonly title: string;
  readonly text: string;
  readonly action?: { readonly label: string; readonly run: () => void };
}

export interface GridScreenProps<Row, SortKey extends string> {
  /** Names the grid in test ids and in what is remembered about it. */
  readonly name: string;
  readonly rowTestId: string;
  readonly label: string;
  /** All there are; a person shows those they want. */
  readonly columns: readonly GridColumn<Row, SortKey>[];
  /** Keys of those that say which row it is, shown beside an open panel. */
  readonly briefly: readonly string[];
  readonly pages: Pages<Row>;
  readonly place: GridPlaceState;
  readonly sort: GridSort<SortKey>;
  readonly onSort: (by: SortKey) => void;
  readonly onOpen: (index: number) => void;
  readonly onLeave: () => void;
  readonly panelOpen: boolean;
  readonly filters: ReactNode;
  readonly views?: ReactNode;
  /** A picture of the same rows, over them. */
  readonly above?: ReactNode;
  /** Rows by place, for copying those that were never in view. */
  readonly rowsAt: RowsAt<Row>;
  /** Key of the sentence that says how many there are; not given: rows. */
  readonly counted?: string;
  readonly empty: NothingFits;
  /** What the rows come to, at the end of the status bar. */
  readonly sums: ReactNode;
  /** Beside the grid: what one row is about. */
  readonly panel: ReactNode;
}

/** A screen that is one big table: filters above it, what the rows come to below, one row explained beside it. */
export function GridScreen<Row, SortKey extends string>(props: GridScreenProps<Row, SortKey>) {
  const { t, error } = useWords();
  const { pages, place } = props;
  const [layout] = useGridLayout(props.name);
  const { settings } = useSettings();
  const covered = useMedia(PANEL_COVERS);
  const wide = useMedia('(width >= 1880px)');
  const widest = useMedia('(width >= 2400px)');
  const besideRoom = widest ? BESIDE.widest : wide ? BESIDE.wide : 0;
  const { columns: all, briefly, panelOpen } = props;
  // The same columns from one drawing to the next: rows that stay as they are are not drawn again.
  const beside = panelOpen && !covered;
  const columns = useMemo(() => {
    if (!beside) return arranged(all, layout);
    // What was hidden by hand and says which row it is stands there all the same.
    const brief = all.filter(({ key }) => briefly.includes(key));
    if (besideRoom === 0) return brief;
    const shown = arranged(all, layout);
    const missing = brief.filter(({ key }) => !shown.some((column) => column.key === key));
    return columnsBeside([...missing, ...shown], briefly, besideRoom);
  }, [all, briefly, beside, besideRoom, layout]);
  const list = useRef<HTMLDivElement>(null);
  useFocusBack(list, panelOpen);
  /** Opens a neighbour of the row that is open; null where there is none. */
  const stepTo = (step: 1 | -1) => {
    const index = place.active + step;
    if (place.active < 0 || !pages.rowAt(index)) return null;
    return () => {
      place.reveal(index);
      props.onOpen(index);
    };
  };
  const copy = useTableCopy(columns, place.selection, props.rowsAt);
  return (
    <div className="grid-screen">
      <h1 className="visually-hidden">{props.label}</h1>
      <div className="grid-screen-list" ref={list}>
        <div className="grid-screen-head">
          {props.filters}
          <GridTools
            name={props.name}
            columns={props.columns}
            selection={place.selection}
            onCopy={copy}
            views={props.views}
          />
        </div>
        {props.above}
        {pages.error && <Notice tone="error">{error(pages.error)}</Notice>}
        {!pages.loading && pages.total === 0 ? (
          <Empty
            title={props.empty.title}
            action={
              props.empty.action && (
                <Button onClick={props.empty.action.run}>{props.empty.action.label}</Button>
              )
            }
          >
            {props.empty.text}
          </Empty>
        ) : (
          <PagedGrid
            // Other rows by the same filters: the filters stay as they are, the table begins anew.
            key={props.name}
            paged={pages.paged}
            wait={
              pages.loading && (
                <div className="grid-screen-wait">
                  <Loading label={t('loading')} lines={8} />
                </div>
              )
            }
            label={props.label}
            testId={`${props.name}-grid`}
            rowTestId={props.rowTestId}
            columns={columns}
            rowCount={pages.total}
            sort={props.sort}
            onSort={props.onSort}
            starts={place.starts}
            reveals={place.reveals}
            active={place.active}
            onActive={(index) => {
              place.moveTo(index);
              if (props.panelOpen) props.onOpen(index);
            }}
            selection={place.selection}
            onSelection={place.select}
            onOpen={props.onOpen}
            onLeave={props.onLeave}
            onCopy={copy}
            separator={t('list')}
            rowHeight={ROW_HEIGHTS[settings.density]}
          />
        )}
        <div className="grid-screen-sums" data-testid={`${props.name}-sums`}>
          {/* It stays, so that what a filter leaves is said. While nothing is counted, a zero would be a statement. */}
          <span role="status" className={pages.loading ? 'muted' : undefined}>
            {pages.loading
              ? t('loading')
              : t(props.counted ?? 'differences/rows', {
                  count: pages.total,
                  rows: formatCount(pages.total),
                })}
          </span>
          {!pages.loading && pages.renewing && (
            <span className="muted grid-screen-renewing">{t('loading')}</span>
          )}
          {!pages.loading && props.sums}
        </div>
      </div>
      <RowStepsContext value={{ previous: stepTo(-1), next: stepTo(1) }}>
        {props.panel}
      </RowStepsContext>
    </div>
  );
}

/** Whoever was at work in the panel when it closed is at its row again, and not at the beginning of the page. */
function useFocusBack(list: RefObject<HTMLElement | null>, panelOpen: boolean): void {
  const wasOpen = useRef(panelOpen);
  useEffect(() => {
    if (wasOpen.current && !panelOpen && document.activeElement === document.body)
      list.current?.querySelector<HTMLElement>('[role="row"][tabindex="0"]')?.focus();
    wasOpen.current = panelOpen;
  }, [list, panelOpen]);
}
