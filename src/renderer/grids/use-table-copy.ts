import { copyTable } from '../client/clipboard';
import { errorOf } from '../client/engine-query';
import type { GridColumn } from '../components/grid/grid-column';
import { chosenCount, type RowSelection } from '../components/grid/row-selection';
import { tableCopy } from '../components/grid/table-copy';
import { formatCount } from '../format/decimal-text';
import { isPrivate } from '../format/privacy';
import { useNotices } from '../state/notices';

const PAGE = 1_000;
/** More rows than that are a report's work. */
const MOST = 100_000;

export type RowsAt<Row> = (page: {
  readonly offset: number;
  readonly limit: number;
}) => Promise<readonly Row[]>;

/**
 * Puts the chosen rows on the clipboard as a table. Rows that were never in view are asked for. In privacy
 * mode what is hidden stays hidden in the copy, and the window says so.
 */
export function useTableCopy<Row, SortKey extends string>(
  columns: readonly GridColumn<Row, SortKey>[],
  selection: RowSelection,
  rowsAt: RowsAt<Row>,
): () => void {
  const { show } = useNotices();
  const copy = async () => {
    const chosen = chosenCount(selection);
    if (chosen === 0) return;
    if (chosen > MOST) {
      show({ tone: 'warning', text: ({ t }) => t('grid:tooMany', { most: formatCount(MOST) }) });
      return;
    }
    const rows: Row[] = [];
    for (const { from, to } of selection.ranges)
      for (let offset = from; offset < to; offset += PAGE)
        rows.push(...(await rowsAt({ offset, limit: Math.min(PAGE, to - offset) })));
    await copyTable(tableCopy(columns, rows));
    const [count, veiled] = [rows.length, isPrivate()];
    show({
      tone: 'success',
      text: ({ t }) => {
        const said = t('grid:copied', { count, rows: formatCount(count) });
        return veiled ? `${said} ${t('grid:copiedVeiled')}` : said;
      },
    });
  };
  return () => {
    copy().catch((thrown: unknown) =>
      show({ tone: 'error', text: ({ error }) => error(errorOf(thrown)) }),
    );
  };
}
