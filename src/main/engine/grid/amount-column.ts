import { invariant } from '../../../shared/invariant';

/** Amounts are kept as two numbers, `billions x BILLION + rest`, so that any sum of any 64-bit integers is exact. */
const BILLION = 1_000_000_000;

/** SQL for the two parts of an integer column, in the order of `set`. */
export const amountParts = (column: string): readonly [string, string] => [
  `${column} / ${BILLION}`,
  `${column} % ${BILLION}`,
];

/** A column of amounts x 10^8, by position. */
export class AmountColumn {
  readonly #billions: Float64Array;
  readonly #rest: Int32Array;

  constructor(rows: number) {
    this.#billions = new Float64Array(rows);
    this.#rest = new Int32Array(rows);
  }

  /** The parts as SQLite cut them: both have the sign of the amount. */
  set(position: number, billions: number, rest: number): void {
    this.#billions[position] = billions;
    this.#rest[position] = rest;
  }

  /**
   * What amounts, or their sizes, are ordered by: digits of 16 bits for each position, the last digit first. Both parts
   * have the sign of the amount, so the greater amount has more billions or, of as many, more rest.
   */
  *digits(of: 'amount' | 'size'): Generator<Uint16Array> {
    yield* digitsOf(this.#rest, of);
    yield* digitsOf(this.#billions, of);
  }

  /** Adds what stands at `position` to a running sum. */
  addTo(sum: AmountSum, position: number): void {
    sum.billions += this.#billions[position] ?? 0;
    sum.rest += this.#rest[position] ?? 0;
  }
}

const DIGIT = 2 ** 16;

/** How far each whole number of a column, or its size, lies above the least: as many digits as the farthest needs. */
function* digitsOf(
  column: Float64Array | Int32Array,
  of: 'amount' | 'size',
): Generator<Uint16Array> {
  const parts = of === 'size' ? column.map(Math.abs) : column;
  let [least, most] = [Infinity, -Infinity];
  for (let at = 0; at < parts.length; at += 1) {
    least = Math.min(least, parts[at] ?? 0);
    most = Math.max(most, parts[at] ?? 0);
  }
  for (let unit = 1; unit <= most - least; unit *= DIGIT) {
    const digits = new Uint16Array(parts.length);
    for (let at = 0; at < parts.length; at += 1)
      digits[at] = Math.floor(((parts[at] ?? 0) - least) / unit) % DIGIT;
    yield digits;
  }
}

/** A running sum of a column; exact for up to nine million rows, whatever they hold. */
export class AmountSum {
  billions = 0;
  rest = 0;

  total(): bigint {
    invariant(
      Number.isSafeInteger(this.billions) && Number.isSafeInteger(this.rest),
      'a sum is beyond exact whole numbers',
    );
    return BigInt(this.billions) * BigInt(BILLION) + BigInt(this.rest);
  }
}
