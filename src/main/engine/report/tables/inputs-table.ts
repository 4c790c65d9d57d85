import { term } from '../../locale/sentence';
import type { ReportInput, ReportSource } from '../report-source';
import type { ReportTable } from '../report-table';

/** The files the run stands on, so that a reader can check that they are the same bytes. */
export function inputsTable(source: ReportSource): ReportTable<ReportInput> {
  return {
    name: 'inputs',
    rows: () => source.inputs,
    columns: [
      { heading: 'file', kind: 'text', width: 32, wraps: true, value: (row) => row.fileName },
      { heading: 'sha256', kind: 'text', width: 68, value: (row) => row.sha256 },
      {
        heading: 'profile',
        kind: 'text',
        width: 36,
        wraps: true,
        value: (row, language) => term(language, 'profiles', row.profile),
      },
      {
        heading: 'encoding',
        kind: 'text',
        width: 14,
        value: (row, language) => term(language, 'encodings', row.encoding),
      },
      { heading: 'rows', kind: 'count', width: 10, value: (row) => row.rows },
      { heading: 'accepted', kind: 'count', width: 10, value: (row) => row.accepted },
      { heading: 'quarantined', kind: 'count', width: 12, value: (row) => row.quarantined },
      { heading: 'duplicates', kind: 'count', width: 12, value: (row) => row.duplicates },
      { heading: 'ignored', kind: 'count', width: 10, value: (row) => row.ignored },
      { heading: 'path', kind: 'text', width: 60, value: (row) => row.path },
    ],
  };
}
