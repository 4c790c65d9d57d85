import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { GridColumn } from '../components/grid/grid-column';
import type { RowSelection } from '../components/grid/row-selection';
import { useWords } from '../i18n/use-words';
import { ColumnChooser } from './ColumnChooser';
import { useGridLayout } from './use-grid-layout';

/** What can be done with a grid as a whole, at the end of its filters. */
export function GridTools<Row, SortKey extends string>({
  name,
  columns,
  selection,
  onCopy,
  views,
}: {
  readonly name: string;
  readonly columns: readonly GridColumn<Row, SortKey>[];
  readonly selection: RowSelection;
  readonly onCopy: () => void;
  readonly views: ReactNode;
}) {
  const { t } = useWords();
  const [layout, setLayout] = useGridLayout(name);
  return (
    <div className="grid-tools">
      {views}
      <ColumnChooser columns={columns} layout={layout} onChange={setLayout} />
      <Button disabled={selection.ranges.length === 0} onClick={onCopy} data-testid="copy-rows">
        {t('grid:copy')}
      </Button>
    </div>
  );
}
