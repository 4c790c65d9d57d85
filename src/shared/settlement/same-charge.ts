import type { Charge } from './charge';

/** Whether two charges say the same in every field. */
export function sameCharge(a: Charge, b: Charge): boolean {
  return (
    a.id === b.id &&
    a.periodEnd === b.periodEnd &&
    a.chargedOn === b.chargedOn &&
    a.seconds === b.seconds &&
    a.meteredMinutes === b.meteredMinutes &&
    a.meteredMinutesLow === b.meteredMinutesLow &&
    a.trialMinutes === b.trialMinutes &&
    a.packageMinutes === b.packageMinutes &&
    a.billableMinutes === b.billableMinutes &&
    a.priceId === b.priceId &&
    a.era === b.era &&
    a.contractReference === b.contractReference &&
    a.currency === b.currency &&
    (a.listPrice === b.listPrice || a.listPrice.eq(b.listPrice)) &&
    (a.discount === b.discount || a.discount.eq(b.discount)) &&
    (a.unitPrice === b.unitPrice || a.unitPrice.eq(b.unitPrice)) &&
    a.amount.eq(b.amount)
  );
}
