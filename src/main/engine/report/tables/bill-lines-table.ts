import type { BillLineRow } from '../../../../shared/contract/audits';
import { term } from '../../locale/sentence';
import type { ReportSource } from '../report-source';
import type { ReportTable } from '../report-table';

/** The lines of the bill as printed, with the bucket each was put into and where it stands in its file. */
export function billLinesTable(source: ReportSource): ReportTable<BillLineRow> {
  return {
    name: 'bill-lines',
    rows: source.billLines,
    columns: [
      {
        heading: 'bucket',
        kind: 'text',
        width: 24,
        value: (row, language) => term(language, 'buckets', row.bucket),
      },
      { heading: 'amount', kind: 'amount', width: 16, value: (row) => row.amount },
      { heading: 'chargedAt', kind: 'time', width: 18, value: (row) => row.chargedAt },
      { heading: 'usageStart', kind: 'time', width: 18, value: (row) => row.usageStart },
      { heading: 'usageEnd', kind: 'time', width: 18, value: (row) => row.usageEnd },
      { heading: 'product', kind: 'text', width: 14, value: (row) => row.product },
      { heading: 'subProduct', kind: 'text', width: 24, value: (row) => row.subProduct },
      { heading: 'transactionType', kind: 'text', width: 18, value: (row) => row.transactionType },
      { heading: 'transactionId', kind: 'text', width: 25, value: (row) => row.transactionId },
      { heading: 'resourceId', kind: 'text', width: 16, value: (row) => row.resourceId },
      { heading: 'sdkAppId', kind: 'text', width: 14, value: (row) => row.sdkAppId },
      { heading: 'componentName', kind: 'text', width: 20, value: (row) => row.componentName },
      {
        heading: 'item',
        kind: 'text',
        width: 22,
        value: (row, language) => row.item && term(language, 'items', row.item),
      },
      { heading: 'listPrice', kind: 'price', width: 10, value: (row) => row.listPrice },
      { heading: 'unitPrice', kind: 'price', width: 10, value: (row) => row.unitPrice },
      { heading: 'quantity', kind: 'price', width: 12, value: (row) => row.quantity },
      { heading: 'quantityUnit', kind: 'text', width: 10, value: (row) => row.quantityUnit },
      { heading: 'originalAmount', kind: 'amount', width: 16, value: (row) => row.originalAmount },
      { heading: 'discount', kind: 'factor', width: 10, value: (row) => row.discount },
      { heading: 'file', kind: 'text', width: 30, value: (row) => row.origin.file },
      { heading: 'sheet', kind: 'text', width: 14, value: (row) => row.origin.sheet ?? null },
      { heading: 'line', kind: 'count', width: 8, value: (row) => row.origin.line ?? null },
    ],
  };
}
