/** A value of an answer with its numbers as they are printed, so that no digit is lost. */
export type JsonValue =
  string | boolean | null | JsonValue[] | { readonly [key: string]: JsonValue };

type ReviverWithSource = (
  this: unknown,
  key: string,
  value: unknown,
  context: { readonly source?: string },
) => unknown;
const parseWithSource = JSON.parse as (text: string, reviver: ReviverWithSource) => JsonValue;

/** Reads JSON text; numbers become their digits. Null where it is none. */
export function jsonValue(text: string): JsonValue {
  try {
    return parseWithSource(text, (_key, value, { source }) =>
      typeof value === 'number' ? (source ?? String(value)) : value,
    );
  } catch {
    return null;
  }
}

export function isObject(
  value: JsonValue | undefined,
): value is { readonly [key: string]: JsonValue } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A value as the text of a cell: what is nested is given as JSON. */
export function cellOf(value: JsonValue | undefined): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'string') return value;
  return typeof value === 'boolean' ? String(value) : JSON.stringify(value);
}
