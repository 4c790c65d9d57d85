import { sentence } from '../../locale/sentence';
import { coverageStretches, type CoverageStretch } from '../coverage-stretches';
import type { ReportSource } from '../report-source';
import type { ReportTable } from '../report-table';

/** Which days are there, missing, there twice or not final, by application and kind of data. */
export function coverageTable(source: ReportSource): ReportTable<CoverageStretch> {
  return {
    name: 'coverage',
    rows: () => coverageStretches(source.coverage(source.run.createdAt)),
    columns: [
      {
        heading: 'dayStatus',
        kind: 'text',
        width: 20,
        value: (row, language) => sentence(language, `coverage:statuses/${row.status}`),
      },
      { heading: 'periodStart', kind: 'day', width: 12, value: (row) => row.from },
      { heading: 'periodEnd', kind: 'day', width: 20, value: (row) => row.to },
      { heading: 'days', kind: 'count', width: 8, value: (row) => row.days },
      { heading: 'sdkAppId', kind: 'text', width: 14, value: (row) => row.sdkAppId },
      { heading: 'appName', kind: 'text', width: 20, wraps: true, value: (row) => row.appName },
      {
        heading: 'dataKind',
        kind: 'text',
        width: 20,
        wraps: true,
        value: (row, language) => sentence(language, `coverage:kinds/${row.kind}`),
      },
      { heading: 'minutesAtRisk', kind: 'count', width: 16, value: (row) => row.minutesAtRisk },
      { heading: 'atRisk', kind: 'amount', width: 16, value: (row) => row.atRisk },
      {
        heading: 'file',
        kind: 'text',
        width: 40,
        wraps: true,
        value: (row) => row.files.join('; ') || null,
      },
    ],
  };
}
