import type { ChargeRow } from '../../../../shared/contract/audits';
import { term } from '../../locale/sentence';
import type { ReportSource } from '../report-source';
import type { ReportTable } from '../report-table';

/** What the account should have been charged, line by line. */
export function chargesTable(source: ReportSource): ReportTable<ChargeRow> {
  return {
    name: 'charges',
    rows: source.charges,
    columns: [
      { heading: 'periodStart', kind: 'day', width: 11, value: (row) => row.periodStart },
      { heading: 'periodEnd', kind: 'day', width: 11, value: (row) => row.periodEnd },
      { heading: 'chargedOn', kind: 'day', width: 11, value: (row) => row.chargedOn },
      { heading: 'sdkAppId', kind: 'text', width: 13, value: (row) => row.sdkAppId },
      {
        heading: 'item',
        kind: 'text',
        width: 20,
        value: (row, language) => term(language, 'items', row.item),
      },
      { heading: 'seconds', kind: 'count', width: 11, value: (row) => row.seconds },
      { heading: 'meteredMinutes', kind: 'count', width: 11, value: (row) => row.meteredMinutes },
      {
        heading: 'meteredMinutesLow',
        kind: 'count',
        width: 11,
        value: (row) => row.meteredMinutesLow,
      },
      { heading: 'trialMinutes', kind: 'count', width: 11, value: (row) => row.trialMinutes },
      { heading: 'packageMinutes', kind: 'count', width: 11, value: (row) => row.packageMinutes },
      { heading: 'billableMinutes', kind: 'count', width: 11, value: (row) => row.billableMinutes },
      { heading: 'era', kind: 'text', width: 8, value: (row) => row.era },
      { heading: 'listPrice', kind: 'price', width: 10, value: (row) => row.listPrice },
      { heading: 'discount', kind: 'factor', width: 9, value: (row) => row.discount },
      { heading: 'unitPrice', kind: 'price', width: 10, value: (row) => row.unitPrice },
      { heading: 'amount', kind: 'amount', width: 16, value: (row) => row.amount },
      {
        heading: 'contractReference',
        kind: 'text',
        width: 24,
        value: (row) => row.contractReference,
      },
      { heading: 'priceId', kind: 'text', width: 18, value: (row) => row.priceId },
      { heading: 'id', kind: 'text', width: 34, value: (row) => row.id },
    ],
  };
}
