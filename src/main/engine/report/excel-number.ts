import { parseDecimal, toText } from '../../../shared/money/decimal';

/** Excel keeps 15 significant digits of a number and silently drops the rest. */
const EXCEL_DIGITS = 15;

export interface ExcelNumber {
  readonly value: number;
  /** False where Excel cannot hold every digit: then `value` is the nearest number it can. */
  readonly exact: boolean;
}

/** At most 15 digits, plainly written: such a number Excel holds whole. */
const PLAIN = /^-?(?=[\d.]{1,15}$)\d+(?:\.\d+)?$/;

/** The number to put into a cell for plain decimal text. Null: the text is no number. */
export function excelNumber(text: string): ExcelNumber | null {
  if (PLAIN.test(text)) return { value: Number(text) + 0, exact: true };
  const value = parseDecimal(text);
  if (!value) return null;
  const nearest = Number(Number(toText(value)).toPrecision(EXCEL_DIGITS));
  return { value: nearest, exact: value.equals(nearest) };
}
