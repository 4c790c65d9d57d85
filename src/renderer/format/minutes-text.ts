/**
 * Whole seconds as minutes in decimal text, exact where a minute divides them, else to four decimals: a
 * second is 0.0166… of a minute and has no end. For reading; sums stay in seconds.
 */
export function minutesOf(seconds: number): string {
  const sign = seconds < 0 ? '-' : '';
  const all = Math.abs(seconds);
  const whole = Math.floor(all / 60);
  const tenThousandths = Math.round(((all % 60) * 10_000) / 60);
  const fraction = String(tenThousandths).padStart(4, '0').replace(/0+$/, '');
  return `${sign}${String(whole)}${fraction === '' ? '' : `.${fraction}`}`;
}
