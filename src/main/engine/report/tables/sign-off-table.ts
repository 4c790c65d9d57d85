import type { SignOffAct } from '../../../../shared/contract/sign-off';
import { sentence } from '../../locale/sentence';
import type { ReportSource } from '../report-source';
import type { ReportTable } from '../report-table';

/** Who prepared, reviewed and reopened the period, oldest first. */
export function signOffTable(source: ReportSource): ReportTable<SignOffAct> {
  return {
    name: 'sign-off',
    rows: () => source.signOff,
    columns: [
      {
        heading: 'act',
        kind: 'text',
        width: 16,
        value: (row, language) => sentence(language, `report:acts/${row.act}`),
      },
      { heading: 'signedBy', kind: 'text', width: 28, value: (row) => row.name },
      {
        heading: 'signedAt',
        kind: 'text',
        width: 24,
        value: (row) => `${row.at.slice(0, 19).replace('T', ' ')} UTC`,
      },
      { heading: 'decisionNote', kind: 'text', width: 60, wraps: true, value: (row) => row.note },
      { heading: 'trailHead', kind: 'text', width: 68, value: (row) => row.trailHead },
    ],
  };
}
