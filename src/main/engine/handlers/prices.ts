import type { ContractTerm } from '../../../shared/account/account';
import type { Handlers } from '../../../shared/contract/contract';
import type { ContractTermRow } from '../../../shared/contract/prices';
import { toText } from '../../../shared/money/decimal';
import { priceRows } from '../../../shared/pricing/price-table';
import { priceBookOf } from '../audit/price-books';
import type { EngineContext } from '../engine-context';
import { statedAccount } from '../stated-account';

export function priceHandlers({ session }: EngineContext): Pick<Handlers, 'prices.table'> {
  return {
    'prices.table': ({ site }) => {
      const { book, hash } = priceBookOf(site);
      const workspace = session.current();
      const account = workspace && statedAccount(workspace.readable);
      return {
        currency: book.currency,
        hash,
        prices: priceRows(book).map((row) => ({ ...row, conditions: [...row.conditions] })),
        contract: account?.site === site ? account.contract.map(termRow) : null,
      };
    },
  };
}

function termRow({ item, discount, price, from, to, reference }: ContractTerm): ContractTermRow {
  return {
    item,
    discount: discount ? toText(discount) : null,
    price: price ? toText(price) : null,
    from,
    to: to ?? null,
    reference,
  };
}
