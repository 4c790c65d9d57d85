import type { PackageWindow } from '../../account/facts';
import type { Drawdown } from '../../drawdown/drawdown';
import type { Charge } from '../../settlement/charge';
import { dayOfTime, type LocalTime } from '../../period/local-time';
import { ceilingMinutes } from '../../usage/cumulative-ceiling';
import type { TimedUsage } from '../../usage/usage-series';
import type { CounterfactualOf, Hypothesis } from '../what-if/counterfactual';
import { withMinutes } from '../what-if/re-rate';

function charged(
  charge: Charge,
  code: string,
  pack: PackageWindow,
  rawMinutes: number,
): CounterfactualOf<'quantity'>[] {
  if (rawMinutes === 0) return [];
  return [
    {
      cause: 'package-window',
      concerns: 'quantity',
      rerate: (rated) =>
        rated.charge === charge ? withMinutes(rated, rated.minutes.plus(rawMinutes)) : rated,
      evidence: {
        code,
        params: {
          package: pack.pack.id,
          purchasedAt: pack.pack.purchasedAt,
          through: pack.through,
          rawMinutes,
        },
      },
    },
  ];
}

const minutesOf = (draws: readonly Drawdown[]) =>
  draws.reduce((total, draw) => total + draw.rawMinutes, 0);

/**
 * Minutes that were covered before the moment of the purchase. A day on which nothing ran out is drawn as a
 * whole: what lay before the moment is then told by the day's rows.
 */
function minutesBefore(
  time: LocalTime,
  draws: readonly Drawdown[],
  rows: readonly TimedUsage[],
): number {
  const isBefore = ({ start }: { readonly start: LocalTime | null }) =>
    start !== null && start < time;
  const seconds = rows.filter(isBefore).reduce((total, row) => total + row.seconds, 0);
  const whole = minutesOf(draws.filter(({ start }) => start === null));
  return minutesOf(draws.filter(isBefore)) + Math.min(whole, ceilingMinutes(seconds));
}

/**
 * A package counts from 00:00 of its purchase day through its last day. The mistakes at its edges: it
 * counted only from the moment of purchase, only from the next day, or not on its last day.
 */
export const packageWindow: Hypothesis<'quantity'> = (
  charges,
  _lines,
  { facts, drawdownsOf, rowsOf },
) =>
  charges.flatMap((charge) => {
    if (charge.packageMinutes === 0) return [];
    const draws = drawdownsOf(charge);
    return facts.packages.flatMap((pack) => {
      const { id, purchasedAt } = pack.pack;
      const own = draws.filter((draw) => draw.source === id);
      const onPurchaseDay = own.filter((draw) => draw.day === dayOfTime(purchasedAt));
      const rows = onPurchaseDay.length === 0 ? [] : rowsOf(dayOfTime(purchasedAt), charge);
      const beforePurchase = minutesBefore(purchasedAt, onPurchaseDay, rows);
      return [
        ...charged(charge, 'package-from-purchase-time', pack, beforePurchase),
        ...charged(charge, 'package-from-next-day', pack, minutesOf(onPurchaseDay)),
        ...charged(
          charge,
          'package-without-last-day',
          pack,
          minutesOf(own.filter((draw) => draw.day === pack.through)),
        ),
      ];
    });
  });
