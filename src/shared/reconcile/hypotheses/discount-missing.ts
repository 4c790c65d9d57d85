import { ONE, toText } from '../../money/decimal';
import type { Hypothesis } from '../what-if/counterfactual';
import { withPrice } from '../what-if/re-rate';

/** The contract's discount was left out: the full list price was charged. */
export const discountMissing: Hypothesis<'price'> = (charges) => {
  const discounted = charges.find((charge) => !charge.discount.eq(ONE));
  if (!discounted) return [];
  return [
    {
      cause: 'discount-missing',
      concerns: 'price',
      rerate: (rated) => (rated.discount.eq(ONE) ? rated : withPrice(rated, rated.listPrice, ONE)),
      evidence: {
        code: 'discount-missing',
        params: {
          discount: toText(discounted.discount),
          reference: discounted.contractReference ?? '',
          price: toText(discounted.listPrice),
        },
      },
    },
  ];
};
