/**
 * How a sentence writes a number of things: `{{rows, row is/rows are}} blank` gives "1 row is blank" and "1,234 rows are
 * blank". With `~` the number stands elsewhere and only the words follow it: `{{rows, ~it/they}}`. `#` alone groups the
 * digits, for languages without plural forms. What is not a whole number (a veiled one, too) is written as it is and
 * counts as many.
 */
const FORMS = /^(~?)([^/]+)\/(.+)$/;
const WHOLE = /^\d{4,}$/;

/**
 * One blank of a sentence.
 * @param format what stands after the comma; undefined: nothing does.
 * @param name of the blank: a bare `count` is grouped, too, since it alone is given as a number.
 */
export function countedText(value: unknown, format: string | undefined, name: unknown): string {
  const plain = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  if (format === undefined && name !== 'count') return plain;
  const text = WHOLE.test(plain) ? plain.replace(/\B(?=(\d{3})+$)/g, ',') : plain;
  const forms = FORMS.exec(format ?? '');
  if (!forms) return text;
  const [, bare, one, many] = forms;
  const words = (plain === '1' ? one : many) ?? '';
  return bare ? words : `${text} ${words}`;
}

const nothing = () => undefined;

/** {@link countedText} as the formatter of a dictionary (i18next's module of that type), the engine's and the window's. */
export const COUNTED = {
  type: 'formatter' as const,
  init: nothing,
  add: nothing,
  addCached: nothing,
  format: (
    value: unknown,
    format?: string,
    _language?: string,
    options?: Readonly<Record<string, unknown>>,
  ): string => countedText(value, format, options?.['interpolationkey']),
};
