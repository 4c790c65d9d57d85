import type { Account } from '../account/account';
import { deriveFacts } from '../account/derive';
import type { Item } from '../catalog/item';
import type { Currency } from '../catalog/site';
import { THOUSAND, decimal, toText, type Decimal } from '../money/decimal';
import { round } from '../money/round';
import type { Day } from '../period/day';
import { indexPriceBook, listPriceFor } from '../pricing/list-price';
import type { PriceBook, PriceEntry, PriceUnit } from '../pricing/price-book';
import { priceHolder } from '../pricing/price-holder';
import { applyTerm, contractTermFor, indexContract, type UnitPrice } from '../pricing/unit-price';
import { err, ok, type Result } from '../result';
import { AMOUNT_SCALE } from '../settlement/rate';
import type { TraceStep } from '../trace';
import type { PlanProblem } from './usage-plan';

export interface PlannedItemInput {
  /** Its contract terms and dates count; free minutes and packages do not. */
  readonly account: Account;
  readonly priceBook: PriceBook;
  readonly item: Item;
  /** Of one month, in what the item is priced by: minutes, peak Mbps, peak channels, months of a fee. */
  readonly quantity: Decimal;
  /** The day whose price is taken. */
  readonly on: Day;
}

/** What a month of one item would cost. Steps: locales `planned-item:steps/<rule>`. */
export interface PlannedItem {
  readonly item: Item;
  readonly on: Day;
  readonly currency: Currency;
  readonly unit: PriceUnit;
  /** Minutes are whole; other quantities as they were given. */
  readonly quantity: Decimal;
  readonly unitPrice: Decimal;
  readonly amount: Decimal;
  readonly priceId: string;
  readonly steps: readonly TraceStep[];
}

/**
 * A month of any item that has a price: recordings, transcoding, relay, dashboard, and calls whose minutes are
 * known already. How its quantity is counted (output, input, task) is said by the citation of the price.
 */
export function planItem(input: PlannedItemInput): Result<PlannedItem, PlanProblem> {
  const { account, priceBook, item, quantity: given, on } = input;
  if (given.isNegative()) return err('below-zero');
  const facts = deriveFacts(account);
  const entry = listPriceFor(indexPriceBook(priceBook), item, on, priceHolder(facts, '', null));
  if (entry === null) return err('no-price');
  const price = applyTerm(entry.price, contractTermFor(indexContract(account.contract), item, on));
  const byMinutes = entry.unit === '1000-minutes';
  const quantity = byMinutes ? round(given, 0, 'up') : given;
  if (quantity.greaterThan(decimal(Number.MAX_SAFE_INTEGER))) return err('too-large');
  const cost = quantity.times(price.unitPrice);
  const amount = round(byMinutes ? cost.div(THOUSAND) : cost, AMOUNT_SCALE, 'half-up');
  return ok({
    item,
    on,
    currency: priceBook.currency,
    unit: entry.unit,
    quantity,
    unitPrice: price.unitPrice,
    amount,
    priceId: entry.id,
    steps: [
      ...wholeMinutes(given, quantity),
      ...priceSteps(entry, price),
      {
        rule: byMinutes ? 'amount-of-minutes' : 'amount-of-units',
        inputs: { quantity: toText(quantity), unitPrice: toText(price.unitPrice) },
        value: toText(amount),
        unit: 'amount',
      },
    ],
  });
}

function wholeMinutes(given: Decimal, quantity: Decimal): TraceStep[] {
  if (given.eq(quantity)) return [];
  const inputs = { quantity: toText(given) };
  return [{ rule: 'whole-minutes', inputs, value: toText(quantity), unit: 'minutes' }];
}

function priceSteps(entry: PriceEntry, { discount, unitPrice, ...term }: UnitPrice): TraceStep[] {
  const listPrice = toText(entry.price);
  const list: TraceStep = {
    rule: 'list-price',
    inputs: { item: entry.pricedAs ?? entry.item, era: entry.era },
    value: listPrice,
    unit: 'price',
    citation: entry.citation,
  };
  if (term.contractReference === null) return [list];
  const agreed: TraceStep = {
    rule: discount.eq(1) ? 'contract-price' : 'contract-discount',
    inputs: { listPrice, discount: toText(discount), reference: term.contractReference },
    value: toText(unitPrice),
    unit: 'price',
  };
  return [list, agreed];
}
