import type { Charge } from './charge';

/** Whether two charges say the same in every field. What an edit mostly changes is asked first, long text last. */
export function sameCharge(a: Charge, b: Charge): boolean {
  return (
    a.contractReference === b.contractReference &&
    a.priceId === b.priceId &&
    a.periodEnd === b.periodEnd &&
    a.chargedOn === b.chargedOn &&
    a.seconds === b.seconds &&
    a.carriedSeconds === b.carriedSeconds &&
    a.meteredMinutes === b.meteredMinutes &&
    a.meteredMinutesLow === b.meteredMinutesLow &&
    a.trialMinutes === b.trialMinutes &&
    a.packageMinutes === b.packageMinutes &&
    a.billableMinutes === b.billableMinutes &&
    a.era === b.era &&
    a.currency === b.currency &&
    (a.listPrice === b.listPrice || a.listPrice.eq(b.listPrice)) &&
    (a.discount === b.discount || a.discount.eq(b.discount)) &&
    (a.unitPrice === b.unitPrice || a.unitPrice.eq(b.unitPrice)) &&
    a.amount.eq(b.amount) &&
    a.id === b.id
  );
}
