export interface Replacement<T> {
  /** Which of the old values the fresh ones stand in for. */
  readonly isReplaced: (value: T) => boolean;
  /** Zero for two values of one place only. */
  readonly compare: (a: T, b: T) => number;
  /** Whether a fresh value says the same as the old one of its place. */
  readonly same: (old: T, fresh: T) => boolean;
}

/**
 * A sorted list with some of its values made anew, in order again. A fresh value that says the same as the old one
 * leaves the old object in the list, so that what was computed from it can be kept too.
 *
 * @param old in order. @param fresh in order, at places where none of the old values remains.
 */
export function replaceInOrder<T>(
  old: readonly T[],
  fresh: readonly T[],
  replacement: Replacement<T>,
): T[] {
  return inPlace(old, fresh, replacement) ?? merged(old, fresh, replacement);
}

/** The usual case, in which each fresh value has the place of an old one; null where it is another. */
function inPlace<T>(
  old: readonly T[],
  fresh: readonly T[],
  { isReplaced, compare, same }: Replacement<T>,
): T[] | null {
  const result = old.slice();
  let next = 0;
  let place = -1;
  for (const value of old) {
    place += 1;
    if (!isReplaced(value)) continue;
    const one = fresh[next];
    if (one === undefined || compare(one, value) !== 0) return null;
    if (!same(value, one)) result[place] = one;
    next += 1;
  }
  return next === fresh.length ? result : null;
}

function merged<T>(
  old: readonly T[],
  fresh: readonly T[],
  { isReplaced, compare, same }: Replacement<T>,
): T[] {
  const result: T[] = [];
  let next = 0;
  for (const value of old) {
    const replaced = isReplaced(value);
    for (let one = fresh[next]; one !== undefined; one = fresh[next]) {
      const order = compare(one, value);
      if (order > 0) break;
      result.push(order === 0 && replaced && same(value, one) ? value : one);
      next += 1;
      if (order === 0) break;
    }
    if (!replaced) result.push(value);
  }
  for (; next < fresh.length; next += 1) {
    const one = fresh[next];
    if (one !== undefined) result.push(one);
  }
  return result;
}
