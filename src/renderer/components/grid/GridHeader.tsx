import type { GridColumn, GridSort } from './grid-column';

/** Column titles; those that can sort are buttons and say which way they do. */
export function GridHeader<Row, SortKey extends string>({
  columns,
  template,
  minWidth,
  sort,
  onSort,
}: {
  readonly columns: readonly GridColumn<Row, SortKey>[];
  readonly template: string;
  readonly minWidth: number;
  readonly sort: GridSort<SortKey>;
  readonly onSort: (by: SortKey) => void;
}) {
  return (
    <div
      className="grid-header"
      role="row"
      aria-rowindex={1}
      style={{ gridTemplateColumns: template, minWidth }}
    >
      {columns.map(({ key, title, numeric, sortBy }, index) => {
        const sorted = sortBy !== undefined && sort.by === sortBy;
        const direction = sort.descending ? 'descending' : 'ascending';
        return (
          <div
            key={key}
            role="columnheader"
            aria-colindex={index + 1}
            aria-sort={sorted ? direction : undefined}
            className={numeric ? 'grid-cell number' : 'grid-cell'}
          >
            {sortBy === undefined ? (
              title
            ) : (
              <button
                type="button"
                className={sorted ? 'grid-sort grid-sorted' : 'grid-sort'}
                onClick={() => onSort(sortBy)}
              >
                {title}
                <svg
                  viewBox="0 0 8 8"
                  width="8"
                  height="8"
                  aria-hidden="true"
                  className={sort.descending ? '' : 'grid-ascending'}
                >
                  <path d="M1 2.5h6L4 6.5z" />
                </svg>
              </button>
            )}
          </div>
        );
      })}
    </div>
  );
}
