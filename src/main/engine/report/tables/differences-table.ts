import type { ComparisonRow } from '../../../../shared/contract/audits';
import { sentence, term } from '../../locale/sentence';
import type { ReportSource } from '../report-source';
import type { ReportTable } from '../report-table';

export function differencesTable(source: ReportSource): ReportTable<ComparisonRow> {
  return {
    name: 'differences',
    rows: source.discrepancies,
    columns: [
      {
        heading: 'status',
        kind: 'text',
        width: 13,
        value: (row, language) => term(language, 'statuses', row.status),
      },
      { heading: 'periodStart', kind: 'day', width: 11, value: (row) => row.periodStart },
      { heading: 'periodEnd', kind: 'day', width: 11, value: (row) => row.periodEnd },
      { heading: 'sdkAppId', kind: 'text', width: 13, value: (row) => row.sdkAppId },
      { heading: 'appName', kind: 'text', width: 13, wraps: true, value: (row) => row.appName },
      {
        heading: 'item',
        kind: 'text',
        width: 18,
        wraps: true,
        value: (row, language) => row.item && term(language, 'items', row.item),
      },
      {
        heading: 'expectedQuantity',
        kind: 'price',
        width: 11,
        value: (row) => row.expectedQuantity,
      },
      { heading: 'billedQuantity', kind: 'price', width: 11, value: (row) => row.billedQuantity },
      { heading: 'expectedPrice', kind: 'price', width: 10, value: (row) => row.expectedPrice },
      { heading: 'billedPrice', kind: 'price', width: 10, value: (row) => row.billedPrice },
      { heading: 'expectedAmount', kind: 'amount', width: 15, value: (row) => row.expectedAmount },
      { heading: 'billedAmount', kind: 'amount', width: 15, value: (row) => row.billedAmount },
      { heading: 'difference', kind: 'amount', width: 15, value: (row) => row.difference },
      {
        heading: 'cause',
        kind: 'text',
        width: 22,
        wraps: true,
        value: (row, language) =>
          row.causes.map(({ cause }) => term(language, 'causes', cause)).join(' + '),
      },
      { heading: 'unexplained', kind: 'amount', width: 13, value: (row) => row.unexplained },
      { heading: 'tolerance', kind: 'amount', width: 13, value: (row) => row.tolerance },
      {
        heading: 'decision',
        kind: 'text',
        width: 12,
        value: (row, language) => {
          const decided = source.decisions.get(row.id);
          return decided ? sentence(language, `decisions:verdicts/${decided.verdict}`) : null;
        },
      },
      {
        heading: 'decisionNote',
        kind: 'text',
        width: 36,
        value: (row) => source.decisions.get(row.id)?.note ?? null,
      },
      {
        heading: 'dueOn',
        kind: 'day',
        width: 12,
        value: (row) => source.decisions.get(row.id)?.dueOn ?? null,
      },
      { heading: 'id', kind: 'text', width: 34, value: (row) => row.id },
    ],
  };
}
