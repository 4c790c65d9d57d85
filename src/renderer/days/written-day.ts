import { dayField } from '../../shared/contract/fields';
import { dayOfParts } from './calendar-month';

export const DAY_SHAPE = 'YYYY-MM-DD';

/** Year, month and day in this order, set apart by any one mark: `2023/6/3`, `2023.06.03`, or words for the three. */
const LOOSE = /^(\d{4})\s*[^\d\s]\s*(\d{1,2})\s*[^\d\s]\s*(\d{1,2})\s*[^\d\s]?$/u;
const CLOSE = /^(\d{4})(\d{2})(\d{2})$/;

/** Whether a text is a day of the calendar, written YYYY-MM-DD. */
export const isWrittenDay = (text: string): boolean => dayField.safeParse(text).success;

/** The day a person meant, written YYYY-MM-DD; the text as it is where no day, or not one only, can be meant. */
export function writtenDay(text: string): string {
  const plain = text.trim().normalize('NFKC');
  const parts = LOOSE.exec(plain) ?? CLOSE.exec(plain);
  if (!parts) return text;
  const written = dayOfParts(Number(parts[1]), Number(parts[2]), Number(parts[3]));
  return isWrittenDay(written) ? written : text;
}
