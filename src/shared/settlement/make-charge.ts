import type { Currency } from '../catalog/site';
import type { Day } from '../period/day';
import type { Period } from '../period/period';
import type { Charge } from './charge';
import { amountOf, type Rate } from './rate';
import type { SettledUsage } from './settled-usage';

/** What a charge takes over from its usage, whether of one day or added up over several. */
export type ChargedUsage = Omit<SettledUsage, 'day'>;

export function makeCharge(
  usage: ChargedUsage,
  period: Period,
  chargedOn: Day,
  rate: Rate,
  currency: Currency,
): Charge {
  const { sdkAppId, item } = usage;
  return {
    id: `${period.from}/${sdkAppId}/${item}`,
    periodStart: period.from,
    periodEnd: period.to,
    chargedOn,
    sdkAppId,
    item,
    seconds: usage.seconds,
    carriedSeconds: usage.carriedSeconds,
    meteredMinutes: usage.meteredMinutes,
    // A bound of the whole metering period: days after rounded ones can make up for what those may have lost.
    meteredMinutesLow: Math.min(usage.meteredMinutesLow, usage.meteredMinutes),
    trialMinutes: usage.trialMinutes,
    packageMinutes: usage.packageMinutes,
    billableMinutes: usage.billableMinutes,
    priceId: rate.entry.id,
    era: rate.entry.era,
    listPrice: rate.entry.price,
    discount: rate.discount,
    unitPrice: rate.unitPrice,
    amount: amountOf(rate, usage.billableMinutes),
    currency,
    contractReference: rate.contractReference,
  };
}
