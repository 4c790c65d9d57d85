import type { AccountFacts, PackageWindow } from '../../account/facts';
import type { Citation } from '../../citation';
import type { Item } from '../../catalog/item';
import { minuteSources } from '../../drawdown/all-sources';
import type { Drawdown } from '../../drawdown/drawdown';
import type { Day } from '../../period/day';
import { dayOfTime } from '../../period/local-time';
import type { PriceBook } from '../../pricing/price-book';
import { packageRatio } from '../../pricing/ratio';
import type { Charge } from '../../settlement/charge';
import type { TraceStep } from '../../trace';
import { freeMinutesSource } from '../free-minutes-source';

/** What a charge took from one source at one ratio, while the source was not filled up again. */
interface Drawn {
  readonly source: string;
  readonly ratio: number;
  readonly firstDay: Day;
  readonly rawMinutes: number;
  readonly deductedMinutes: number;
  readonly beforeMinutes: number;
  readonly balanceMinutes: number;
}

/** The steps of one source as one. Free minutes of a new month or cycle are full again, which begins another. */
function bySource(drawdowns: readonly Drawdown[]): Drawn[] {
  const drawn: Drawn[] = [];
  for (const { source, ratio, rawMinutes, deducted, balanceAfter, day } of drawdowns) {
    const beforeMinutes = balanceAfter + deducted;
    const index = drawn.findLastIndex((one) => one.source === source && one.ratio === ratio);
    const known = drawn[index];
    if (known && beforeMinutes <= known.balanceMinutes)
      drawn[index] = {
        ...known,
        rawMinutes: known.rawMinutes + rawMinutes,
        deductedMinutes: known.deductedMinutes + deducted,
        balanceMinutes: balanceAfter,
      };
    else {
      const sums = { rawMinutes, deductedMinutes: deducted, balanceMinutes: balanceAfter };
      drawn.push({ source, ratio, firstDay: day, beforeMinutes, ...sums });
    }
  }
  return drawn;
}

/** What free minutes and packages covered of one charge, each with its window, ratio and balances. */
export function drawingSteps(
  charge: Charge,
  drawdowns: readonly Drawdown[],
  facts: AccountFacts,
  priceBook: PriceBook,
): TraceStep[] {
  const own = drawdowns.filter(
    (draw) =>
      draw.sdkAppId === charge.sdkAppId &&
      draw.item === charge.item &&
      charge.periodStart <= draw.day &&
      draw.day < charge.periodEnd,
  );
  return bySource(own).flatMap((drawn): TraceStep[] => {
    const { source, firstDay, ratio, rawMinutes, ...minutes } = drawn;
    const { beforeMinutes, deductedMinutes, balanceMinutes } = minutes;
    const window = minuteSources(facts, priceBook, firstDay).find(
      (one) => one.id === source && one.from <= firstDay && firstDay <= one.through,
    );
    const pack = facts.packages.find((one) => one.pack.id === source);
    const validity = { from: window?.from ?? '', through: window?.through ?? '' };
    const citation = pack
      ? ratioSource(priceBook, pack, charge.item, firstDay)
      : freeMinutesSource(facts, firstDay);
    const step: TraceStep = {
      rule: pack ? 'draw.package' : 'draw.trial',
      inputs: {
        ...(pack ? { package: source, purchasedOn: dayOfTime(pack.pack.purchasedAt) } : {}),
        ...validity,
        ratio,
        ...minutes,
      },
      value: String(rawMinutes),
      unit: 'minutes',
      ...(citation ? { citation } : {}),
    };
    const others = beforeMinutes - deductedMinutes - balanceMinutes;
    return [
      step,
      ...more('draw.others', others !== 0, others),
      ...more('draw.too-few', 0 < balanceMinutes && balanceMinutes < ratio, balanceMinutes),
    ];
  });
}

function more(rule: 'draw.others' | 'draw.too-few', holds: boolean, minutes: number): TraceStep[] {
  return holds ? [{ rule, inputs: {}, value: String(minutes), unit: 'minutes' }] : [];
}

/** Where it was published what a minute of the item takes from the package. */
function ratioSource(
  priceBook: PriceBook,
  { pack }: PackageWindow,
  item: Item,
  date: Day,
): Citation | null {
  const { tier } = pack;
  if (tier !== undefined)
    return priceBook.packages.find((offer) => offer.tier === tier)?.citation ?? null;
  return packageRatio(priceBook, item, date, dayOfTime(pack.purchasedAt))?.citation ?? null;
}
