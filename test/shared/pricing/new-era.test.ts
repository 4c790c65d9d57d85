import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { deriveFacts } from '../../../src/shared/account/derive';
import { lintPriceBook } from '../../../src/shared/pricing/lint';
import { readPriceBook } from '../../../src/shared/pricing/price-book-file';
import { expectedBill } from '../../../src/shared/settlement/expected-bill';
import { accountOf, chargeText } from '../../support/bill-of';
import { ledger } from '../../support/usage-ledger';

/** The recipe "Add a price era" of CONTRIBUTING, followed with an era that does not exist. */
const FILE = resolve(import.meta.dirname, '../../../resources/price-books/cn.json');
const SWITCH = '2031-04-01';

const bookSchema = z.looseObject({
  eras: z.array(
    z.looseObject({
      id: z.string(),
      to: z.string().nullable(),
      condition: z.looseObject({}).optional(),
      prices: z.record(z.string(), z.string()),
    }),
  ),
});
const book = bookSchema.parse(JSON.parse(readFileSync(FILE, 'utf8')));

const AUTUMN = {
  id: 'cn-4',
  era: 'CN-4',
  from: SWITCH,
  to: null,
  citation: {
    document: 'an announcement',
    date: '2031-03',
    printed: '8 / 16 / 30',
    evidence: 'seen',
  },
  prices: {
    'av.audio': '8',
    'av.sd': '16',
    'av.hd': '30',
    'av.fhd': '70',
    'av.2k': '120',
    'av.4k': '260',
  },
};

/** Step 1: the entries that end get their last day, and one new entry follows. */
const endsNow = ({ id }: { readonly id: string }) => id === 'cn-3' || id === 'cn-3-audio';
const changed = {
  ...book,
  eras: [...book.eras.map((era) => (endsNow(era) ? { ...era, to: SWITCH } : era)), AUTUMN],
};

function read(json: unknown) {
  const result = readPriceBook(json);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

describe('a new price era', () => {
  it('is one entry in the book, and nothing else has to know of it', () => {
    const priceBook = read(changed);
    expect(lintPriceBook(priceBook)).toEqual([]);
    const { charges, issues } = expectedBill({
      facts: deriveFacts(accountOf({ firstAppOn: '2021-03-01' })),
      priceBook,
      usage: ledger(
        { day: '2031-03-31', item: 'av.hd', minutes: 1000 },
        { day: SWITCH, item: 'av.hd', minutes: 1000 },
        { day: SWITCH, item: 'av.audio', minutes: 1000 },
      ),
      period: null,
    });
    expect(issues).toEqual([]);
    expect(charges.map(chargeText)).toEqual([
      '2031-03-31/1400000001/av.hd: 1000 = 0 + 0 + 1000 at 28 is 28',
      '2031-04-01/1400000001/av.audio: 1000 = 0 + 0 + 1000 at 8 is 8',
      '2031-04-01/1400000001/av.hd: 1000 = 0 + 0 + 1000 at 30 is 30',
    ]);
    expect(charges.map(({ era }) => era)).toEqual(['CN-3', 'CN-4', 'CN-4']);
  });

  it('is found by the lint where the old entries do not end', () => {
    const overlapping = lintPriceBook(read({ ...book, eras: [...book.eras, AUTUMN] }));
    expect(new Set(overlapping.map(({ code }) => code))).toEqual(new Set(['price-overlap']));
  });

  it('splits a monthly charge on its day, each part at its own price', () => {
    const { charges } = expectedBill({
      facts: deriveFacts(accountOf({ firstAppOn: '2020-05-01', settlement: 'monthly' })),
      priceBook: read({
        ...changed,
        eras: changed.eras.map((era) =>
          endsNow(era)
            ? { ...era, to: '2031-04-11' }
            : era === AUTUMN
              ? { ...era, from: '2031-04-11' }
              : era,
        ),
      }),
      usage: ledger(
        { day: '2031-04-10', item: 'av.hd', minutes: 1000 },
        { day: '2031-04-11', item: 'av.hd', minutes: 500 },
      ),
      period: null,
    });
    expect(charges.map(chargeText)).toEqual([
      '2031-04-01/1400000001/av.hd: 1000 = 0 + 0 + 1000 at 28 is 28',
      '2031-04-11/1400000001/av.hd: 500 = 0 + 0 + 500 at 30 is 15',
    ]);
  });
});
