import type { ComparisonRow } from '../../../../shared/contract/audits';
import { sentence, term } from '../../locale/sentence';
import type { ReportSource } from '../report-source';
import type { ReportTable } from '../report-table';

interface CauseRow {
  readonly comparison: ComparisonRow;
  readonly share: ComparisonRow['causes'][number];
}

/** One row per share of a difference that a cause explains. */
export function causesTable(source: ReportSource): ReportTable<CauseRow> {
  return {
    name: 'causes',
    rows: function* () {
      for (const comparison of source.discrepancies())
        for (const share of comparison.causes) yield { comparison, share };
    },
    columns: [
      {
        heading: 'cause',
        kind: 'text',
        width: 24,
        wraps: true,
        value: ({ share }, language) => term(language, 'causes', share.cause),
      },
      { heading: 'amount', kind: 'amount', width: 16, value: ({ share }) => share.amount },
      {
        heading: 'periodStart',
        kind: 'day',
        width: 11,
        value: ({ comparison }) => comparison.periodStart,
      },
      {
        heading: 'sdkAppId',
        kind: 'text',
        width: 14,
        value: ({ comparison }) => comparison.sdkAppId,
      },
      {
        heading: 'item',
        kind: 'text',
        width: 20,
        wraps: true,
        value: ({ comparison }, language) =>
          comparison.item && term(language, 'items', comparison.item),
      },
      {
        heading: 'evidence',
        kind: 'text',
        width: 90,
        wraps: true,
        value: ({ share }, language) =>
          sentence(language, `evidence:${share.evidence.code}`, share.evidence.params),
      },
      {
        heading: 'id',
        kind: 'text',
        width: 34,
        value: ({ comparison }) => comparison.id,
      },
    ],
  };
}
