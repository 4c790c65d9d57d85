import type { ContractTerm } from '../../../shared/account/account';
import { deriveFacts } from '../../../shared/account/derive';
import type { AccountFacts } from '../../../shared/account/facts';
import type { Handlers } from '../../../shared/contract/contract';
import type { ContractTermRow } from '../../../shared/contract/prices';
import { toText, type Decimal } from '../../../shared/money/decimal';
import { agreedStretches } from '../../../shared/pricing/agreed-price';
import { indexPriceBook, type PriceIndex } from '../../../shared/pricing/list-price';
import { priceRows } from '../../../shared/pricing/price-table';
import { priceBookInUse } from '../audit/price-book-in-use';
import { shippedPriceBook } from '../audit/price-books';
import type { EngineContext } from '../engine-context';
import { statedAccount } from '../account/stated-account';

export function priceHandlers({ session }: EngineContext): Pick<Handlers, 'prices.table'> {
  return {
    'prices.table': ({ site }) => {
      const db = session.current()?.readable ?? null;
      const { book, hash } = priceBookInUse(db, site);
      const account = db && statedAccount(db);
      const facts = account?.site === site ? deriveFacts(account) : null;
      const prices = indexPriceBook(book);
      return {
        currency: book.currency,
        hash,
        own: hash !== shippedPriceBook(site).hash,
        prices: priceRows(book).map((row) => ({ ...row, conditions: [...row.conditions] })),
        contract: facts && facts.account.contract.map((term) => termRow(facts, prices, term)),
      };
    },
  };
}

const text = (value: Decimal | null | undefined): string | null => (value ? toText(value) : null);

function termRow(facts: AccountFacts, prices: PriceIndex, term: ContractTerm): ContractTermRow {
  const { item, discount, price, from, to, reference } = term;
  return {
    item,
    discount: text(discount),
    price: text(price),
    from,
    to: to ?? null,
    reference,
    stretches: agreedStretches(facts, prices, term).map((stretch) => ({
      ...stretch,
      listPrice: text(stretch.listPrice),
      unitPrice: text(stretch.unitPrice),
    })),
  };
}
