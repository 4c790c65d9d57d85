import { addDays } from '../../period/day';
import type { TimedUsage } from '../../usage/usage-series';
import { ceilingMinutes } from '../../usage/cumulative-ceiling';
import type { Hypothesis } from '../what-if/counterfactual';
import { withMinutes } from '../what-if/re-rate';

const seconds = (rows: readonly TimedUsage[]) => rows.reduce((sum, row) => sum + row.seconds, 0);

/** 00:00 UTC is 08:00 on the billing clock. */
const startsAfterUtcMidnight = (row: TimedUsage) => (row.start?.slice(11) ?? '') >= '08:00:00';

/** Days were cut at midnight UTC instead of UTC+8: what was used from 08:00 to 08:00 of the next day. */
export const dayShifted: Hypothesis<'quantity'> = (charges, _lines, { rowsOf }) =>
  charges.flatMap((charge) => {
    const next = addDays(charge.periodStart, 1);
    if (charge.periodEnd !== next) return [];
    const today = rowsOf(charge.periodStart, charge);
    if (today.length === 0) return [];
    const early = rowsOf(next, charge).filter((row) => !startsAfterUtcMidnight(row));
    const utcMinutes = ceilingMinutes(
      seconds(today.filter(startsAfterUtcMidnight)) + seconds(early),
    );
    const more = utcMinutes - charge.meteredMinutes;
    if (more === 0) return [];
    return [
      {
        cause: 'day-shifted',
        concerns: 'quantity',
        rerate: (rated) =>
          rated.charge === charge && rated.minutes.plus(more).gte(0)
            ? withMinutes(rated, rated.minutes.plus(more))
            : rated,
        evidence: {
          code: 'utc-days',
          params: { day: charge.periodStart, utcMinutes, minutes: charge.meteredMinutes },
        },
      },
    ];
  });
