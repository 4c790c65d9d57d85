import { deriveFacts } from '../../account/derive';
import type { Item } from '../../catalog/item';
import { day } from '../../period/day';
import type { PriceBook } from '../../pricing/price-book';
import type { AuditInput } from '../result/audit-result';
import { utcLedger } from './utc-ledger';

/** How a bill may have been made, in one respect other than the audit supposes. */
export interface Reading {
  /** `scope`, `period` and `clock` name the choice in `value`; `era`: the era of the price book. */
  readonly kind: 'scope' | 'period' | 'clock' | 'era';
  readonly value: string;
  /** What the audit would be given; made only when it is asked for. Null: it cannot make a difference. */
  readonly input: () => AuditInput | null;
}

/** Every item that the era prices is priced by it, on all days and for every account. */
function onlyEra(book: PriceBook, era: string): PriceBook {
  const own = book.prices.filter((entry) => entry.era === era);
  const replaced = new Set(own.map(({ item }) => item));
  const always = own.map((entry) => ({ ...entry, from: FIRST_DAY, to: null, condition: {} }));
  return { ...book, prices: [...book.prices.filter(({ item }) => !replaced.has(item)), ...always] };
}

const FIRST_DAY = day('0001-01-01');

function erasOf(book: PriceBook, items: ReadonlySet<Item>): string[] {
  return [...new Set(book.prices.flatMap(({ item, era }) => (items.has(item) ? [era] : [])))];
}

/**
 * The other ways in which the bill of this input may have been made: minutes rounded over the other scope or
 * period, days on the UTC clock, all days at the prices of one era.
 */
export function otherReadings(input: AuditInput): Reading[] {
  const { account, priceBook, usage, billLines } = input;
  const facts = deriveFacts(account);
  const scope = facts.meteringScope === 'account' ? 'application' : 'account';
  const period = facts.meteringPeriod === 'month' ? 'day' : 'month';
  const withPolicy = (change: AuditInput['account']['policy']) => (): AuditInput => ({
    ...input,
    account: { ...account, policy: { ...account.policy, ...change } },
  });
  const billed = new Set(billLines.flatMap(({ item }) => (item ? [item] : [])));
  return [
    { kind: 'scope', value: scope, input: withPolicy({ meteringScope: scope }) },
    { kind: 'period', value: period, input: withPolicy({ meteringPeriod: period }) },
    {
      kind: 'clock',
      value: 'utc',
      input: () => {
        const ledger = utcLedger(usage);
        return ledger && { ...input, usage: ledger };
      },
    },
    ...erasOf(priceBook, billed).map((era): Reading => ({
      kind: 'era',
      value: era,
      input: () => ({ ...input, priceBook: onlyEra(priceBook, era) }),
    })),
  ];
}
