import type { Drawdown } from '../../drawdown/drawdown';
import type { Charge } from '../../settlement/charge';
import type { Hypothesis } from '../what-if/counterfactual';
import { withMinutes } from '../what-if/re-rate';

/** One package's part of a charge: what it covered, and the balance it had before. */
interface Cover {
  readonly source: string;
  readonly ratio: number;
  readonly rawMinutes: number;
  readonly balanceBefore: number;
}

function covers(draws: readonly Drawdown[]): Cover[] {
  const bySource = new Map<string, Cover>();
  for (const draw of draws) {
    if (draw.source === 'trial') continue;
    const known = bySource.get(draw.source);
    bySource.set(draw.source, {
      source: draw.source,
      ratio: draw.ratio,
      rawMinutes: (known?.rawMinutes ?? 0) + draw.rawMinutes,
      balanceBefore: Math.max(known?.balanceBefore ?? 0, draw.balanceAfter + draw.deducted),
    });
  }
  return [...bySource.values()];
}

/** Raw minutes that become payable (or, below zero, covered) when the balance is taken at another ratio. */
function movedMinutes(charge: Charge, cover: Cover, ratio: number): number {
  const wanted = cover.rawMinutes + charge.billableMinutes;
  return cover.rawMinutes - Math.min(wanted, Math.floor(cover.balanceBefore / ratio));
}

/** On the day a package runs out, it was drawn at the ratio of another era or of no tier at all (1). */
export const packageRatio: Hypothesis<'quantity'> = (charges, _lines, { priceBook, drawdownsOf }) =>
  charges.flatMap((charge) => {
    if (charge.packageMinutes === 0) return [];
    const ratios = new Set([
      ...priceBook.ratios.flatMap((entry) => (entry.item === charge.item ? [entry.ratio] : [])),
      1,
    ]);
    return covers(drawdownsOf(charge)).flatMap((cover) =>
      [...ratios].flatMap((ratio) => {
        const more = ratio === cover.ratio ? 0 : movedMinutes(charge, cover, ratio);
        if (more === 0) return [];
        return [
          {
            cause: 'package-ratio' as const,
            concerns: 'quantity' as const,
            rerate: (rated) =>
              rated.charge === charge ? withMinutes(rated, rated.minutes.plus(more)) : rated,
            evidence: {
              code: 'package-ratio',
              params: {
                day: charge.periodStart,
                package: cover.source,
                ratio: cover.ratio,
                otherRatio: ratio,
                rawMinutes: Math.abs(more),
              },
            },
          },
        ];
      }),
    );
  });
