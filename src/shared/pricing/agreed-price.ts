import type { ContractTerm } from '../account/account';
import type { AccountFacts } from '../account/facts';
import type { Decimal } from '../money/decimal';
import type { Day } from '../period/day';
import { listPriceFor, type PriceIndex } from './list-price';
import type { PriceUnit } from './price-book';
import { priceHolder } from './price-holder';
import { applyTerm, contractTermFor, indexContract } from './unit-price';

/** One agreed price on the days [from, to) of one list price. `to` null: until something changes. */
export interface AgreedStretch {
  readonly from: Day;
  readonly to: Day | null;
  /** null: the book has no price for the item on these days; an own price holds all the same. */
  readonly listPrice: Decimal | null;
  /** What is paid, half-up to 8 decimals; null where a discount has nothing to be taken from. */
  readonly unitPrice: Decimal | null;
  readonly unit: PriceUnit | null;
  /** False where a later term for the same item has taken these days over. */
  readonly holds: boolean;
}

/**
 * A contract term beside the list prices it stands in for, one stretch for each of them. For an application of
 * which no day of creation is known: a price that depends on it counts as the account's newest.
 */
export function agreedStretches(
  facts: AccountFacts,
  prices: PriceIndex,
  term: ContractTerm,
): readonly AgreedStretch[] {
  const holder = priceHolder(facts, '', null);
  const contract = indexContract(facts.account.contract);
  const { item, from } = term;
  const end = term.to ?? null;
  if (end !== null && end <= from) return [];
  const inside = (date: Day | null): date is Day =>
    date !== null && from < date && (end === null || date < end);
  const changes = [...(prices.byItem.get(item) ?? []), ...(contract.get(item) ?? [])]
    .flatMap((rule) => [rule.from, rule.to ?? null])
    .filter(inside);
  const days = [...new Set([from, ...changes])].sort();
  const stretches = days.map((date, index): AgreedStretch => {
    const entry = listPriceFor(prices, item, date, holder);
    const paid = entry ? applyTerm(entry.price, term).unitPrice : (term.price ?? null);
    return {
      from: date,
      to: days[index + 1] ?? end,
      listPrice: entry?.price ?? null,
      unitPrice: paid,
      unit: entry?.unit ?? null,
      holds: contractTermFor(contract, item, date) === term,
    };
  });
  return joined(stretches);
}

/** Days on which nothing changed for this term are one stretch. */
function joined(stretches: readonly AgreedStretch[]): readonly AgreedStretch[] {
  const all: AgreedStretch[] = [];
  for (const next of stretches) {
    const last = all.at(-1);
    if (last && sameTerms(last, next)) all[all.length - 1] = { ...last, to: next.to };
    else all.push(next);
  }
  return all;
}

function sameTerms(a: AgreedStretch, b: AgreedStretch): boolean {
  const same = (one: Decimal | null, other: Decimal | null) =>
    one === null || other === null ? one === other : one.equals(other);
  return (
    a.holds === b.holds &&
    a.unit === b.unit &&
    same(a.listPrice, b.listPrice) &&
    same(a.unitPrice, b.unitPrice)
  );
}
