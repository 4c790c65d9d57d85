import { z } from 'zod';
import { isItem, type Item } from '../catalog/item';
import { parseDecimal, ONE, type Decimal } from '../money/decimal';
import { isDay, type Day } from '../period/day';
import { readMoment, type LocalTime } from '../period/local-time';
import type { FieldProblemCode } from './field-problem';

/** Text that `read` understands; anything else is reported under `code`, with the text as `value`. */
function readText<T>(code: FieldProblemCode, read: (text: string) => T | null) {
  return z.string().transform((text, context): T => {
    const value = read(text);
    if (value !== null) return value;
    context.addIssue({ code: 'custom', params: { problem: code, value: text } });
    return z.NEVER;
  });
}

const notNegative = (value: Decimal | null): Decimal | null =>
  value !== null && !value.isNegative() ? value : null;

const atMostOne = (value: Decimal | null): Decimal | null =>
  value !== null && value.lessThanOrEqualTo(ONE) ? value : null;

export const dayText = readText<Day>('bad-day', (text) => (isDay(text) ? text : null));

/** A moment; without an offset it is on the billing clock (UTC+8), with one it is moved there. */
export const timeText = readText<LocalTime>('bad-time', readMoment);

export const moneyText = readText<Decimal>('bad-money', (text) => notNegative(parseDecimal(text)));

/** A factor on the list price, 0 to 1: "0.9" is ten per cent off. */
export const discountText = readText<Decimal>('bad-discount', (text) =>
  atMostOne(notNegative(parseDecimal(text))),
);

export const itemText = readText<Item>('bad-item', (text) => (isItem(text) ? text : null));

/** The date of a document as far as it is known: a day, a month or a year. */
export const citedDate = readText<string>('bad-day', (text) =>
  /^\d{4}(-\d{2}(-\d{2})?)?$/.test(text) ? text : null,
);

/** An identifier: text without blanks around it, never empty. */
export const idText = readText<string>('bad-id', (text) =>
  text !== '' && text.trim() === text ? text : null,
);

/** Whole minutes, as a JSON number. */
export const wholeMinutes = z.number().transform((value, context): number => {
  if (Number.isSafeInteger(value) && value >= 0) return value;
  context.addIssue({ code: 'custom', params: { problem: 'bad-minutes', value: String(value) } });
  return z.NEVER;
});
