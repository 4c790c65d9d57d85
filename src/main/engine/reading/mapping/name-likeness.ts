import { headerName } from '../layout/header-name';
import { remembered } from '../cells/remembered';

const nameOf = remembered(headerName);

/** Pairs of neighbouring characters, with their number of occurrences. */
const pairs = remembered((text: string): Map<string, number> => {
  const found = new Map<string, number>();
  for (let at = 0; at < text.length - 1; at++) {
    const pair = text.slice(at, at + 2);
    found.set(pair, (found.get(pair) ?? 0) + 1);
  }
  return found;
});

/** How many pairs of characters two texts share, 0 to 1. */
function sharedPairs(a: string, b: string): number {
  const [first, second] = [pairs(a), pairs(b)];
  let shared = 0;
  for (const [pair, count] of first) shared += Math.min(count, second.get(pair) ?? 0);
  const all = a.length + b.length - 2;
  return all <= 0 ? 0 : (2 * shared) / all;
}

/** "Day of use" -> day, of, use; "UsageStart" -> usage, start. */
const wordsOf = remembered(
  (text: string): ReadonlySet<string> =>
    new Set(
      text
        .replace(/([a-z])([A-Z])/g, '$1 $2')
        .toLowerCase()
        .split(/[^\p{L}\p{N}]+/u)
        .filter((word) => word.length > 1),
    ),
);

/** Whether one name's words all stand in the other. */
function within(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const [few, many] = a.size < b.size ? [a, b] : [b, a];
  return few.size > 0 && [...few].every((word) => many.has(word));
}

const HAN = /[\u3400-\u9fff\uac00-\ud7af]/;

/**
 * How alike two column names are, 0 to 1: equal as headers are compared, one inside the other, or sharing most
 * of their characters. Below a half they have nothing in common.
 */
export function nameLikeness(one: string, other: string): number {
  const [a, b] = [nameOf(one), nameOf(other)];
  if (a === '' || b === '') return 0;
  if (a === b) return 1;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  const enough = HAN.test(short) ? 2 : 4;
  const isInside =
    (short.length >= enough && long.includes(short)) || within(wordsOf(one), wordsOf(other));
  const inside = isInside ? 0.6 + 0.3 * (short.length / long.length) : 0;
  return Math.max(inside, 0.85 * sharedPairs(a, b));
}
