import type { BillLine } from '../../bill/bill-line';
import type { Charge } from '../../settlement/charge';
import { ceilingMinutes } from '../../usage/cumulative-ceiling';
import type { Hypothesis } from '../what-if/counterfactual';
import { withMinutes } from '../what-if/re-rate';

/** Minutes when every 5-minute row is rounded up by itself, as the console shows them. */
export const rowRounding: Hypothesis<'quantity'> = (
  charges: readonly Charge[],
  _lines: readonly BillLine[],
  { rowsOf },
) =>
  charges.flatMap((charge) => {
    const rows = rowsOf(charge.periodStart, charge);
    const perRow = rows.reduce((total, row) => total + ceilingMinutes(row.seconds), 0);
    const more = perRow - charge.meteredMinutes;
    if (rows.length === 0 || more === 0) return [];
    return [
      {
        cause: 'row-rounding',
        concerns: 'quantity',
        rerate: (rated) =>
          rated.charge === charge ? withMinutes(rated, rated.minutes.plus(more)) : rated,
        evidence: {
          code: 'rows-rounded-up',
          params: {
            day: charge.periodStart,
            rows: rows.length,
            rowMinutes: perRow,
            minutes: charge.meteredMinutes,
          },
        },
      },
    ];
  });
