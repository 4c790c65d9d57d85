interface Stretch {
  readonly from: string;
  readonly to: string;
}

/**
 * The month that holds the day of a comparison's id, "first day/application/item". A charge by the month begins with its
 * month alone ("2023-06/…"), which is compared with as much of the days. `undefined`: no file has that month.
 */
export function monthOfCharge<M extends Stretch>(
  comparisonId: string,
  months: readonly M[],
): M | undefined {
  const [day = ''] = comparisonId.split('/');
  return months.find(
    ({ from, to }) =>
      day !== '' && from.slice(0, day.length) <= day && day <= to.slice(0, day.length),
  );
}
