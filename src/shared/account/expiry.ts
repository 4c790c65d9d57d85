import { addMonths, firstOfMonth, lastOfMonth, type Day } from '../period/day';

/** Last purchase day on which a package reached back to the 1st of its month (rulebook 3.3). */
const LAST_REACH_TO_FIRST = '2020-08-31';

/**
 * Last usable day of a trial or package that begins on `start`: the last day of the same month of the
 * next year (2020-05-01 -> 2021-05-31; rulebook 3.3, vector G23).
 */
export function expiryOf(start: Day): Day {
  return lastOfMonth(addMonths(firstOfMonth(start), 12));
}

/**
 * First day whose usage a package bought on `purchasedOn` absorbs: that day from 00:00; bought on or
 * before 2020-08-31, the 1st of that month.
 */
export function firstUsableDay(purchasedOn: Day): Day {
  return purchasedOn <= LAST_REACH_TO_FIRST ? firstOfMonth(purchasedOn) : purchasedOn;
}

export function reachesBackToFirst(purchasedOn: Day): boolean {
  return purchasedOn <= LAST_REACH_TO_FIRST;
}
