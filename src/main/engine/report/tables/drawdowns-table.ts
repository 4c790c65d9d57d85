import type { DrawdownRow } from '../../../../shared/contract/audits';
import { term } from '../../locale/sentence';
import type { ReportSource } from '../report-source';
import type { ReportTable } from '../report-table';

/** Every deduction from the trial and the packages, in the order in which it happened. */
export function drawdownsTable(source: ReportSource): ReportTable<DrawdownRow> {
  return {
    name: 'drawdowns',
    rows: source.drawdowns,
    columns: [
      { heading: 'day', kind: 'day', width: 12, value: (row) => row.day },
      { heading: 'start', kind: 'time', width: 20, value: (row) => row.start },
      { heading: 'sdkAppId', kind: 'text', width: 14, value: (row) => row.sdkAppId },
      {
        heading: 'item',
        kind: 'text',
        width: 22,
        value: (row, language) => term(language, 'items', row.item),
      },
      {
        heading: 'source',
        kind: 'text',
        width: 16,
        value: (row, language) =>
          row.source === 'trial' ? term(language, 'sources', 'trial') : row.source,
      },
      { heading: 'rawMinutes', kind: 'count', width: 12, value: (row) => row.rawMinutes },
      { heading: 'ratio', kind: 'count', width: 8, value: (row) => row.ratio },
      { heading: 'deducted', kind: 'count', width: 12, value: (row) => row.deducted },
      { heading: 'balanceAfter', kind: 'count', width: 14, value: (row) => row.balanceAfter },
    ],
  };
}
