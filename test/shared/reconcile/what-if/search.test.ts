import { describe, expect, it } from 'vitest';
import { decimal, ZERO } from '../../../../src/shared/money/decimal';
import type { CounterfactualOf } from '../../../../src/shared/reconcile/what-if/counterfactual';
import { billedSide } from '../../../../src/shared/reconcile/what-if/group-sides';
import {
  asCharged,
  withMinutes,
  withPrice,
} from '../../../../src/shared/reconcile/what-if/re-rate';
import { findExplanations } from '../../../../src/shared/reconcile/what-if/search';
import { chargeOf, settlementLine, termsOf } from '../../../support/bill-lines';

const charge = chargeOf();
const start = { rated: [asCharged(charge)], amount: charge.amount };

const moreMinutes = (more: number, code: string): CounterfactualOf<'quantity'> => ({
  cause: more > 0 ? 'package-not-applied' : 'trial-not-applied',
  concerns: 'quantity',
  rerate: (rated) => withMinutes(rated, rated.minutes.plus(more)),
  evidence: { code, params: {} },
});

const otherPrice = (price: number): CounterfactualOf<'price'> => ({
  cause: 'old-price',
  concerns: 'price',
  rerate: (rated) => withPrice(rated, decimal(price), rated.discount),
  evidence: { code: 'old-price', params: {} },
});

/** Which explanations are found for a line with these terms, and how often mistakes in minutes were asked for. */
function found(terms: { minutes?: number; price?: number }) {
  const line = settlementLine(1, {
    ...termsOf(charge),
    ...(terms.minutes === undefined ? {} : { minutes: decimal(terms.minutes) }),
    ...(terms.price === undefined ? {} : { listPrice: decimal(terms.price) }),
  });
  let asked = 0;
  const explanations = findExplanations(start, billedSide([line]), ZERO, {
    quantity: () => {
      asked += 1;
      return [moreMinutes(5, 'more'), moreMinutes(-5, 'fewer')];
    },
    price: () => [otherPrice(63), otherPrice(105)],
    amount: () => [],
  });
  return { asked, codes: explanations.map((all) => all.map(({ evidence }) => evidence.code)) };
}

describe('the search for what explains a line', () => {
  it('looks for no mistake in minutes where the minutes agree', () => {
    expect(found({ price: 63 })).toEqual({ asked: 0, codes: [['old-price']] });
    expect(found({ price: 64 })).toEqual({ asked: 0, codes: [] });
  });

  it('looks for one where they differ, with a price or without', () => {
    const { billableMinutes } = charge;
    expect(found({ minutes: billableMinutes + 5 })).toEqual({ asked: 1, codes: [['more']] });
    expect(found({ minutes: billableMinutes - 5, price: 105 })).toEqual({
      asked: 1,
      codes: [['fewer', 'old-price']],
    });
    expect(found({ minutes: billableMinutes + 1 })).toEqual({ asked: 1, codes: [] });
  });
});
