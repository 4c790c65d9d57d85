import type { RestatedRowView } from '../../../../shared/contract/import-changes';
import { sentence } from '../../locale/sentence';
import type { ReportSource, RestatedChange } from '../report-source';
import type { ReportTable } from '../report-table';

/** Row by row what the provider changed from one export of the same days to the next. */
export function restatedTable(source: ReportSource): ReportTable<RestatedChange> {
  const place = (side: RestatedRowView['older']) => side?.origin;
  return {
    name: 'restated',
    rows: source.restated,
    columns: [
      {
        heading: 'change',
        kind: 'text',
        width: 12,
        value: ({ row }, language) => sentence(language, `imports:restated/changes/${row.change}`),
      },
      { heading: 'amountMoved', kind: 'amount', width: 16, value: ({ row }) => row.amount },
      { heading: 'secondsMoved', kind: 'count', width: 14, value: ({ row }) => row.seconds },
      {
        heading: 'cells',
        kind: 'text',
        width: 70,
        wraps: true,
        value: ({ row }) => restatedCells(row),
      },
      {
        heading: 'olderFile',
        kind: 'text',
        width: 34,
        wraps: true,
        value: (change) => change.older,
      },
      {
        heading: 'olderLine',
        kind: 'count',
        width: 10,
        value: ({ row }) => place(row.older)?.line ?? null,
      },
      {
        heading: 'newerFile',
        kind: 'text',
        width: 34,
        wraps: true,
        value: (change) => change.newer,
      },
      {
        heading: 'newerLine',
        kind: 'count',
        width: 10,
        value: ({ row }) => place(row.newer)?.line ?? null,
      },
    ],
  };
}

/** `column: before → now`, one after the other. */
export function restatedCells({ cells }: RestatedRowView): string {
  return cells
    .map(({ column, older, newer }) => `${column}: ${older || '–'} → ${newer || '–'}`)
    .join('; ');
}
