import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deriveFacts } from '../../../src/shared/account/derive';
import type { Item } from '../../../src/shared/catalog/item';
import { decimal } from '../../../src/shared/money/decimal';
import { addDays, day, type Day } from '../../../src/shared/period/day';
import { isInForce } from '../../../src/shared/period/period';
import type { PriceBook } from '../../../src/shared/pricing/price-book';
import { BillMemory } from '../../../src/shared/settlement/bill-memory';
import type { Charge } from '../../../src/shared/settlement/charge';
import { expectedBill, type ExpectedBillInput } from '../../../src/shared/settlement/expected-bill';
import { sameCharge } from '../../../src/shared/settlement/same-charge';
import { accountOf, billOf } from '../../support/bill-of';
import {
  randomAccount,
  randomChinaAccount,
  randomInternationalAccount,
  randomOldAccount,
  type RandomAccount,
} from '../../support/random-account';
import { ledger, type UsageRow } from '../../support/usage-ledger';
import { shippedBook } from '../pricing/books';

const BOOKS = { cn: shippedBook('cn'), intl: shippedBook('intl') };
const JUNE = { from: day('2022-06-01'), to: day('2022-07-01') };

/** What a bill is made from, part by part; an edit exchanges one of them. */
interface Parts {
  readonly stated: Readonly<Record<string, unknown>>;
  readonly usage: ExpectedBillInput['usage'];
  readonly priceBook: PriceBook;
  readonly period: ExpectedBillInput['period'];
}
const inputOf = ({ stated, ...parts }: Parts): ExpectedBillInput => ({
  facts: deriveFacts(accountOf(stated)),
  ...parts,
});
const partsOf = ({ rows, ...stated }: RandomAccount): Parts => ({
  stated: { ...stated },
  usage: ledger(...rows),
  priceBook: BOOKS[stated.site],
  period: null,
});
const dearer = (book: PriceBook, item: Item): PriceBook => ({
  ...book,
  prices: book.prices.map((entry) =>
    entry.item === item ? { ...entry, price: entry.price.plus(1) } : entry,
  ),
});

/** Prices that change once more, on the day on which another account begins to use anything. */
const dearerFrom = (book: PriceBook, date: Day): PriceBook => ({
  ...book,
  prices: book.prices.flatMap((entry) => {
    if (entry.from >= date || (entry.to !== null && entry.to <= date)) return [entry];
    const later = { ...entry, id: `${entry.id}+`, from: date, price: entry.price.plus(1) };
    return [{ ...entry, to: date }, later];
  }),
});
const firstDay = ({ usage }: Parts): Day => usage.series[0]?.day ?? day('2022-06-01');
const termsOf = ({ stated }: Parts) => stated['contract'] as RandomAccount['contract'];
/** A term of a few days for what an account uses, of which the days before and behind are not to feel anything. */
const withShortTerm = (parts: Parts, other: Parts): Parts => {
  const from = firstDay(other);
  const item = parts.usage.series.at(-1)?.item ?? 'av.hd';
  const term = { item, discount: '0.7', from, to: addDays(from, 2), reference: 'short' };
  return { ...parts, stated: { ...parts.stated, contract: [...termsOf(parts), term] } };
};

/** One fact of another account takes the place of one's own. */
const EDITS: readonly ((parts: Parts, other: Parts) => Parts)[] = [
  (parts) => parts,
  (parts, { usage }) => ({ ...parts, usage }),
  (parts) => ({ ...parts, period: parts.period ? null : JUNE }),
  (parts) => ({ ...parts, priceBook: dearer(parts.priceBook, 'av.audio') }),
  (parts) => ({ ...parts, priceBook: { ...parts.priceBook, ratios: [] } }),
  (parts, other) => ({ ...parts, priceBook: dearerFrom(parts.priceBook, firstDay(other)) }),
  withShortTerm,
  (parts) => ({
    ...parts,
    stated: { ...parts.stated, contract: termsOf(parts).toReversed().slice(1) },
  }),
  ...['contract', 'trial', 'packages', 'firstAppOn', 'settlement', 'policy'].map(
    (fact) =>
      (parts: Parts, { stated }: Parts): Parts => ({
        ...parts,
        stated: { ...parts.stated, [fact]: stated[fact] },
      }),
  ),
];

describe('a bill with the memory of earlier ones', () => {
  it.each([
    ['China, around a change of tiers', randomAccount],
    ['China, value-added services, any metering', randomChinaAccount],
    ['China, packages that keep the single price', randomOldAccount],
    ['international, all eras of free minutes', randomInternationalAccount],
  ])('is after any edits the bill without one: %s', (_, kind) => {
    const edits = fc.array(fc.constantFrom(...EDITS), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(kind, kind, edits, (own, other, chosen) => {
        const memory = new BillMemory();
        let parts = partsOf(own);
        let before = expectedBill(inputOf(parts), memory);
        expect(before.changed).toBeNull();
        for (const edit of chosen) {
          parts = edit(parts, partsOf(other));
          const { changed, ...bill } = expectedBill(inputOf(parts), memory);
          const full = expectedBill(inputOf(parts));
          expect({ ...bill, changed: null }).toEqual(full);
          // What is not named as changed is the very charge of the bill before.
          const kept = (charges: readonly Charge[]) =>
            charges.filter(({ item, periodStart }) => {
              const days = changed?.get(item);
              return changed && !(days && isInForce(days, periodStart));
            });
          const [now, then] = [kept(bill.charges), kept(before.charges)];
          expect(now).toHaveLength(then.length);
          expect(now.every((charge, index) => charge === then[index])).toBe(true);
          before = { ...bill, changed };
        }
      }),
      { numRuns: Number(process.env['RECOUNT_CASES'] ?? 60) },
    );
  });

  const rows: UsageRow[] = [
    { day: '2023-06-01', item: 'av.hd', minutes: 60 },
    { day: '2023-06-01', item: 'transcoding.h264.hd', minutes: 60 },
    { day: '2023-06-02', item: 'av.hd', minutes: 60 },
  ];
  const start: Parts = {
    stated: { settlement: 'daily' },
    usage: ledger(...rows),
    priceBook: BOOKS.cn,
    period: null,
  };
  const after = (edited: Parts) => {
    const memory = new BillMemory();
    const before = expectedBill(inputOf(start), memory);
    const bill = expectedBill(inputOf(edited), memory);
    return {
      changed: bill.changed && [...bill.changed],
      kept: bill.charges.map((charge, index) => charge === before.charges[index]),
      keptDrawdowns: bill.drawdowns === before.drawdowns,
    };
  };

  it('says which items can have changed, and leaves the others as they are', () => {
    expect(after(start)).toEqual({ changed: [], kept: [true, true, true], keptDrawdowns: true });
    const contract = [{ item: 'av.hd', discount: '0.9', from: '2023-06-02', reference: 'p. 1' }];
    expect(after({ ...start, stated: { ...start.stated, contract } })).toEqual({
      changed: [['av.hd', { from: '2023-06-01', to: null }]],
      kept: [true, true, false],
      keptDrawdowns: true,
    });
    expect(after({ ...start, priceBook: dearer(BOOKS.cn, 'transcoding.h264.hd') })).toEqual({
      changed: [['transcoding.h264.hd', { from: expect.any(String) as Day, to: null }]],
      kept: [true, false, true],
      keptDrawdowns: true,
    });
  });

  it.each([
    ['in one month', '2023-06-10', '2023-06-12', { from: '2023-06-01', to: '2023-07-01' }],
    ['to the end of a month', '2023-05-31', '2023-07-01', { from: '2023-05-01', to: '2023-07-01' }],
    ['over three', '2023-04-02', '2023-06-02', { from: '2023-04-01', to: '2023-07-01' }],
  ] as const)('says in which months a term %s can have changed anything', (_, from, to, days) => {
    const term = { item: 'av.hd', discount: '0.9', reference: 'p. 1' };
    const without = {
      ...start,
      stated: { ...start.stated, contract: [{ ...term, from: '2022-01-01' }] },
    };
    const contract = [
      { ...term, from: '2022-01-01' },
      { ...term, discount: '0.8', from, to },
    ];
    const memory = new BillMemory();
    expectedBill(inputOf(without), memory);
    const edited = inputOf({ ...start, stated: { ...start.stated, contract } });
    expect([...(expectedBill(edited, memory).changed ?? [])]).toEqual([['av.hd', days]]);
  });

  it('says of what is not priced how long it was, also where one of its days got a price', () => {
    const used = ledger(
      { day: '2023-05-31', item: 'recording.output.hd', minutes: 60 },
      { day: '2023-06-30', item: 'recording.output.hd', minutes: 60 },
      { day: '2023-07-01', item: 'recording.output.hd', minutes: 60 },
    );
    const unpriced: Parts = {
      ...start,
      usage: used,
      priceBook: {
        ...BOOKS.cn,
        prices: BOOKS.cn.prices.filter(({ item }) => item !== 'recording.output.hd'),
      },
    };
    const [entry] = BOOKS.cn.prices.filter(({ item }) => item === 'recording.output.hd');
    if (!entry) throw new Error('a price');
    const june = { ...entry, condition: {}, from: day('2023-06-01'), to: day('2023-07-01') };
    const priced = {
      ...unpriced,
      priceBook: { ...unpriced.priceBook, prices: [...unpriced.priceBook.prices, june] },
    };
    const memory = new BillMemory();
    const missingDays = (parts: Parts) => {
      const { issues, charges } = expectedBill(inputOf(parts), memory);
      return [charges.length, ...issues.map(({ code, params }) => [code, params['days']])];
    };
    expect(missingDays(unpriced)).toEqual([0, ['price-missing', 3]]);
    expect(missingDays(priced)).toEqual([1, ['price-missing', 2]]);
    expect(missingDays(unpriced)).toEqual([0, ['price-missing', 3]]);
  });

  it('keeps the charges of days before a price ended, beside an item that changed in part', () => {
    const used = ledger(
      { day: '2023-05-31', item: 'recording.output.hd', minutes: 60 },
      { day: '2023-06-30', item: 'av.hd', minutes: 60 },
      { day: '2023-07-01', item: 'recording.output.hd', minutes: 60 },
      { day: '2023-07-01', item: 'av.hd', minutes: 60 },
    );
    const split = dearerFrom(BOOKS.cn, day('2023-07-01'));
    const recording = ({ item, from }: PriceBook['prices'][number]) =>
      item === 'recording.output.hd' && from === '2023-07-01';
    const ended = { ...split, prices: split.prices.filter((entry) => !recording(entry)) };
    const contract = [{ item: 'av.hd', discount: '0.9', from: '2023-07-01', reference: 'p. 1' }];
    for (const stated of [start.stated, { ...start.stated, contract }]) {
      const memory = new BillMemory();
      expectedBill(inputOf({ ...start, usage: used, priceBook: split }), memory);
      const edited = inputOf({ stated, usage: used, priceBook: ended, period: null });
      const { changed, ...bill } = expectedBill(edited, memory);
      expect(changed?.get('recording.output.hd')).toEqual({ from: '2023-07-01', to: null });
      expect({ ...bill, changed: null }).toEqual(expectedBill(edited));
      expect(bill.charges).toHaveLength(3);
      expect(bill.issues.map(({ code, params }) => [code, params['days']])).toEqual([
        ['price-missing', 1],
      ]);
    }
  });

  it('says from which month on another price of the book can have changed anything', () => {
    const memory = new BillMemory();
    const split = dearerFrom(BOOKS.cn, day('2023-06-10'));
    expectedBill(inputOf({ ...start, priceBook: split }), memory);
    const prices = split.prices.map((entry) =>
      entry.item === 'av.hd' && entry.from === '2023-06-10'
        ? { ...entry, price: entry.price.plus(1) }
        : entry,
    );
    const edited = inputOf({ ...start, priceBook: { ...split, prices } });
    expect([...(expectedBill(edited, memory).changed ?? [])]).toEqual([
      ['av.hd', { from: '2023-06-01', to: null }],
    ]);
  });

  it('prices anew what depends on the day on which an application was created', () => {
    const created = (createdOn: string): Parts => ({
      ...start,
      stated: {
        settlement: 'daily',
        firstAppOn: '2021-03-01',
        apps: [{ sdkAppId: '1400000001', createdOn }],
      },
      usage: recorded,
    });
    const recorded = ledger({ day: '2023-06-01', item: 'recording.output.hd', minutes: 60 });
    const memory = new BillMemory();
    const ids = (parts: Parts) => expectedBill(inputOf(parts), memory).charges.map(({ id }) => id);
    // C7: an application from 2022-08-01 on has no price for recorded output.
    expect(ids(created('2022-07-31'))).toEqual(['2023-06-01/1400000001/recording.output.hd']);
    expect(ids(created('2022-08-01'))).toEqual([]);
  });

  it('can say nothing of the kind where the minutes are new', () => {
    expect(after({ ...start, usage: ledger(...rows) }).changed).toBeNull();
    const trial = { grantedOn: '2023-06-01' };
    expect(after({ ...start, stated: { ...start.stated, trial } }).changed).toBeNull();
  });
});

describe('whether two charges say the same', () => {
  function someCharge(): Charge {
    const row: UsageRow = { day: '2023-06-01', item: 'av.hd', seconds: 90 };
    const [charge] = billOf({ settlement: 'daily' }, [row]).charges;
    if (!charge) throw new Error('no charge');
    return charge;
  }

  it('they do when every field is equal, money by its value', () => {
    const charge = someCharge();
    const { listPrice, discount, unitPrice, amount } = charge;
    const again = Object.fromEntries(
      Object.entries({ listPrice, discount, unitPrice, amount }).map(([field, value]) => [
        field,
        decimal(value.toFixed()),
      ]),
    );
    expect(sameCharge(charge, { ...charge, ...again })).toBe(true);
  });

  it.each([
    { id: 'other' },
    { periodEnd: day('2023-07-01') },
    { chargedOn: day('2023-07-01') },
    { seconds: 91 },
    { carriedSeconds: 1 },
    { meteredMinutes: 3 },
    { meteredMinutesLow: 1 },
    { trialMinutes: 1 },
    { packageMinutes: 1 },
    { billableMinutes: 1 },
    { priceId: 'other' },
    { era: 'other' },
    { contractReference: 'other' },
    { currency: 'USD' },
    { listPrice: decimal('1') },
    { discount: decimal('0.5') },
    { unitPrice: decimal('1') },
    { amount: decimal('1') },
  ] as const)('they do not with another %o', (change) => {
    const charge = someCharge();
    expect(sameCharge(charge, { ...charge, ...change })).toBe(false);
  });
});
