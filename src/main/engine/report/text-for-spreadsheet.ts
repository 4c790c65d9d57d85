/**
 * A spreadsheet runs a CSV cell that begins with one of these as a formula. The apostrophe in front is
 * what spreadsheets themselves write to mean "text". Only text is guarded: a negative amount stays a number.
 */
const STARTS_FORMULA = /^[\s\u0000]*[=+\-@\t\r\n|%＝＋－＠]/;

export function guarded(text: string): string {
  return text !== '-' && STARTS_FORMULA.test(text) ? `'${text}` : text;
}

/** Characters that XML 1.0 cannot carry, shown as the replacement character instead of a broken file. */
const NOT_IN_XML =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
const EXCEL_CELL_CHARACTERS = 32_767;

/** `text` as an Excel cell can hold it: at most 32,767 characters, a longer one ends in an ellipsis. */
export function excelText(text: string): string {
  const printable = text.replace(NOT_IN_XML, '\uFFFD');
  return printable.length <= EXCEL_CELL_CHARACTERS
    ? printable
    : `${printable.slice(0, EXCEL_CELL_CHARACTERS - 1)}…`;
}
