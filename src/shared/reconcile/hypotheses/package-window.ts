import type { PackageWindow } from '../../account/facts';
import type { Drawdown } from '../../drawdown/drawdown';
import type { Charge } from '../../settlement/charge';
import { dayOfTime } from '../../period/local-time';
import type { Counterfactual, Hypothesis } from '../counterfactual';
import { withMinutes } from '../re-rate';

function charged(
  charge: Charge,
  code: string,
  pack: PackageWindow,
  draws: readonly Drawdown[],
): Counterfactual[] {
  const rawMinutes = draws.reduce((total, draw) => total + draw.rawMinutes, 0);
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

/**
 * A package counts from 00:00 of its purchase day through its last day. The mistakes at its edges: it
 * counted only from the moment of purchase, only from the next day, or not on its last day.
 */
export const packageWindow: Hypothesis = (charges, _lines, { facts, drawdownsOf }) =>
  charges.flatMap((charge) => {
    if (charge.packageMinutes === 0) return [];
    const draws = drawdownsOf(charge);
    return facts.packages.flatMap((pack) => {
      const { id, purchasedAt } = pack.pack;
      const own = draws.filter((draw) => draw.source === id);
      const onPurchaseDay = own.filter((draw) => draw.day === dayOfTime(purchasedAt));
      const beforePurchase = onPurchaseDay.filter(
        (draw) => draw.start !== null && draw.start < purchasedAt,
      );
      return [
        ...charged(charge, 'package-from-purchase-time', pack, beforePurchase),
        ...charged(charge, 'package-from-next-day', pack, onPurchaseDay),
        ...charged(
          charge,
          'package-without-last-day',
          pack,
          own.filter((draw) => draw.day === pack.through),
        ),
      ];
    });
  });
