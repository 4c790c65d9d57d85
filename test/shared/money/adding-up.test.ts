import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AddingUp } from '../../../src/shared/money/adding-up';
import { decimal, fromScaled, sum, toText } from '../../../src/shared/money/decimal';

/** Amounts, unit prices and products of both: up to 24 digits, up to 16 of them behind the point. */
const value = fc
  .tuple(fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }), fc.integer({ min: 0, max: 16 }))
  .map(([digits, scale]) => fromScaled(digits, scale));

describe('adding very many decimals up', () => {
  it('says what adding one after the other says: law', () => {
    const acts = fc.array(fc.tuple(value, fc.boolean(), fc.boolean()), { maxLength: 40 });
    fc.assert(
      fc.property(acts, (given) => {
        const adding = new AddingUp();
        let total = decimal(0);
        for (const [one, isTaken, isAsked] of given) {
          if (isTaken) adding.takeAway(one);
          else adding.add(one);
          total = isTaken ? total.minus(one) : total.plus(one);
          if (isAsked) expect(toText(adding.total())).toBe(toText(total));
        }
        expect(adding.total()).toEqual(total.isZero() ? decimal(0) : total);
      }),
    );
  });

  it('of the largest parts loses nothing', () => {
    const nines = decimal('9999999.9999999');
    const adding = new AddingUp();
    for (let count = 0; count < 100_000; count += 1) adding.add(nines);
    expect(toText(adding.total())).toBe(toText(nines.times(100_000)));
    expect(toText(sum([adding.total(), nines.times(-100_000)]))).toBe('0');
  });
});
