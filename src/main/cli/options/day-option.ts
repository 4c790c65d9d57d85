import { isDay, type Day } from '../../../shared/period/day';
import { CliFailure } from '../session/cli-failure';

/**
 * A day as an option gives it, yyyy-mm-dd.
 * @param given what the person wrote, where the text was made from it.
 */
export function dayOption(option: string, text: string, given = text): Day {
  if (isDay(text)) return text;
  throw new CliFailure('badDay', { option, value: given });
}
