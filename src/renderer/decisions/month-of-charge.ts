/**
 * The month that holds the day of a comparison's id, "first day/application/item"; `undefined`: no file has that month.
 * A period's last day stands before its `to`.
 */
export function monthOfCharge<Month extends { readonly from: string; readonly to: string }>(
  comparisonId: string,
  months: readonly Month[],
): Month | undefined {
  const [day = ''] = comparisonId.split('/');
  return months.find(({ from, to }) => from <= day && day < to);
}
