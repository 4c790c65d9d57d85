import { isDay, type Day } from '../../shared/period/day';
import { CliFailure } from './cli-failure';

/** A day as an option gives it, yyyy-mm-dd. */
export function dayOption(text: string): Day {
  if (isDay(text)) return text;
  throw new CliFailure('decisions:cli/badDay', { value: text });
}
