import { isDay } from '../../shared/period/day';
import { contains, type Period } from '../../shared/period/period';

/** The month that holds the day of a comparison's id, "first day/application/item"; `undefined`: no file has that month. */
export function monthOfCharge<Month extends Period>(
  comparisonId: string,
  months: readonly Month[],
): Month | undefined {
  const [day = ''] = comparisonId.split('/');
  return isDay(day) ? months.find((month) => contains(month, day)) : undefined;
}
