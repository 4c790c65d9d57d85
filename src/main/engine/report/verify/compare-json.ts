import type { Findings } from './findings';

/** Compares two parsed JSON values leaf by leaf; the stamp was compared field by field already. */
export function compareJson(
  found: unknown,
  expected: unknown,
  findings: Findings,
  place = '',
): void {
  if (place === 'stamp') return;
  if (Array.isArray(expected) && Array.isArray(found)) {
    const length = Math.max(found.length, expected.length);
    for (let index = 0; index < length; index += 1) {
      const at = `${place}[${index}]`;
      if (index >= found.length) findings.differs('line-missing', { place: at });
      else if (index >= expected.length) findings.differs('line-added', { place: at });
      else compareJson(found[index], expected[index], findings, at);
    }
    return;
  }
  if (isObject(expected) && isObject(found)) {
    for (const name of new Set([...Object.keys(expected), ...Object.keys(found)]))
      compareJson(found[name], expected[name], findings, place === '' ? name : `${place}.${name}`);
    return;
  }
  findings.value(place, text(found), text(expected));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function text(value: unknown): string {
  if (typeof value === 'string') return value;
  return value === undefined ? '' : JSON.stringify(value);
}
