import { ONE, toText, type Decimal } from '../../money/decimal';
import type { ContractTerm } from '../../account/account';
import { addDays } from '../../period/day';
import type { Charge } from '../../settlement/charge';
import type { CounterfactualOf, Hypothesis } from '../what-if/counterfactual';
import { asCharged, hasContractPrice, withPrice, withUnitPrice } from '../what-if/re-rate';

/** The contract names a price, but the list price was charged. */
function listInsteadOfContract(charge: Charge): CounterfactualOf<'price'>[] {
  if (!hasContractPrice(asCharged(charge))) return [];
  return [
    {
      cause: 'contract-price',
      concerns: 'price',
      rerate: (rated) => (hasContractPrice(rated) ? withPrice(rated, rated.listPrice, ONE) : rated),
      evidence: {
        code: 'contract-price-missing',
        params: {
          contractPrice: toText(charge.unitPrice),
          price: toText(charge.listPrice),
          reference: charge.contractReference ?? '',
        },
      },
    },
  ];
}

function otherTerm(term: ContractTerm): CounterfactualOf<'price'> {
  return {
    cause: 'contract-price',
    concerns: 'price',
    rerate: (rated) =>
      term.price
        ? withUnitPrice(rated, term.price)
        : withPrice(rated, rated.listPrice, term.discount ?? ONE),
    evidence: {
      code: 'other-contract-term',
      params: {
        reference: term.reference,
        from: term.from,
        through: term.to ? addDays(term.to, -1) : '…',
      },
    },
  };
}

/** The line itself prints a discount that no term of the contract names. */
function printedDiscount(charge: Charge, discount: Decimal): CounterfactualOf<'price'> {
  return {
    cause: 'contract-price',
    concerns: 'price',
    rerate: (rated) => withPrice(rated, rated.listPrice, discount),
    evidence: {
      code: 'discount-not-agreed',
      params: { printedDiscount: toText(discount), discount: toText(charge.discount) },
    },
  };
}

/** Another price than the agreed one: no contract price, another term of the contract, or a discount unknown to it. */
export const contractPrice: Hypothesis<'price'> = (charges, lines, { facts }) => {
  const first = charges[0];
  if (!first) return [];
  const terms = facts.account.contract.filter((term) => term.item === first.item);
  const known = [ONE, first.discount, ...terms.flatMap((term) => term.discount ?? [])];
  const printed = lines.map((line) => line.discount).find((discount) => discount !== null);
  return [
    ...listInsteadOfContract(first),
    ...terms.filter((term) => term.reference !== first.contractReference).map(otherTerm),
    ...(printed && !known.some((discount) => discount.eq(printed))
      ? [printedDiscount(first, printed)]
      : []),
  ];
};
