import { ONE, toText } from '../../money/decimal';
import { round } from '../../money/round';
import type { Hypothesis } from '../what-if/counterfactual';

/** The amount before tax holds the tax already. */
export const tax: Hypothesis<'amount'> = (_charges, lines) => {
  const rate = lines.map((line) => line.taxRate).find((one) => one !== null);
  if (!rate || rate.isZero()) return [];
  return [
    {
      cause: 'tax',
      concerns: 'amount',
      settle: (amount) => round(amount.times(ONE.plus(rate)), 8, 'half-up'),
      evidence: { code: 'tax-included', params: { taxRate: toText(rate) } },
    },
  ];
};
