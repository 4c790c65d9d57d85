import type { Issue } from '../../../../shared/issue';
import { sentence, term } from '../../locale/sentence';
import type { ReportSource } from '../report-source';
import type { ReportTable } from '../report-table';

/** What a person should know about the files and the computation. */
export function issuesTable(source: ReportSource): ReportTable<Issue> {
  return {
    name: 'issues',
    rows: source.issues,
    columns: [
      {
        heading: 'severity',
        kind: 'text',
        width: 10,
        value: (row, language) => term(language, 'severities', row.severity),
      },
      {
        heading: 'message',
        kind: 'text',
        width: 84,
        wraps: true,
        value: (row, language) => sentence(language, `issues:${row.code}`, row.params),
      },
      { heading: 'file', kind: 'text', width: 26, value: (row) => row.origin?.file ?? null },
      { heading: 'sheet', kind: 'text', width: 14, value: (row) => row.origin?.sheet ?? null },
      { heading: 'line', kind: 'count', width: 8, value: (row) => row.origin?.line ?? null },
      { heading: 'code', kind: 'text', width: 26, value: (row) => row.code },
    ],
  };
}
