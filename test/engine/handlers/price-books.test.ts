import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { priceComparisonSchema, type PriceVersion } from '../../../src/shared/contract/price-books';
import { day } from '../../../src/shared/period/day';
import { decimal, sum, toText } from '../../../src/shared/money/decimal';
import { engineClient, type EngineClient } from '../../support/engine-client';
import { temporaryFolder } from '../workspace';

interface Era {
  id: string;
  from: string;
  to: string | null;
  citation: { printed: string };
  prices?: Record<string, string>;
}
interface Book {
  site: string;
  currency: string;
  eras: Era[];
}

const SHIPPED = join(import.meta.dirname, '../../../resources/price-books/cn.json');
const shipped = () => JSON.parse(readFileSync(SHIPPED, 'utf8')) as Book;

function bookFile(change: (book: Book) => void): string {
  const book = shipped();
  change(book);
  const path = join(temporaryFolder(), 'ours.json');
  writeFileSync(path, JSON.stringify(book));
  return path;
}

/** Every price of 1,000 HD minutes one yuan dearer, in eras and everything priced as it. */
const DEARER = () =>
  bookFile((book) => {
    for (const era of book.eras)
      if (era.prices?.['av.hd'] !== undefined) {
        era.prices['av.hd'] = toText(decimal(era.prices['av.hd']).plus(1));
        era.citation.printed = 'one yuan more';
      }
  });

const version = (change: Partial<PriceVersion> = {}): PriceVersion => ({
  book: 'in-use',
  on: null,
  contract: true,
  ...change,
});

let client: EngineClient;
beforeEach(async () => {
  client = engineClient();
  const { paths } = await client.ask('workspace.openSample', {});
  await client.importFiles(paths);
});
afterEach(() => client.engine.close());

const compared = async (a: PriceVersion, b: PriceVersion) =>
  priceComparisonSchema.parse(
    await client.resultOf(client.ask('prices.compare', { a, b, period: null })),
  );

describe('a price book of one’s own', () => {
  it('is used by audits, outdates runs, and gives way again when it is removed', async () => {
    const before = await client.audit();
    const { books } = await client.ask('prices.setBook', { path: DEARER() });
    expect(books.map(({ site, kind, inUse }) => [site, kind, inUse])).toEqual([
      ['cn', 'own', true],
      ['cn', 'built-in', false],
      ['intl', 'built-in', true],
    ]);
    expect((await client.ask('audits.latest', { period: null }))?.current).toBe(false);
    expect((await client.ask('prices.table', { site: 'cn' })).own).toBe(true);
    const after = await client.audit();
    expect(after.priceBook).toBe(books[0]?.hash);
    expect(Number(after.totals.expected)).toBeGreaterThan(Number(before.totals.expected));
    await client.ask('prices.removeBook', { site: 'cn' });
    expect((await client.audit()).totals).toEqual(before.totals);
    const kinds = (await client.ask('trail.list', { offset: 0, limit: 10 })).rows.map(
      (r) => r.kind,
    );
    expect(kinds).toEqual(expect.arrayContaining(['price-book-set', 'price-book-removed']));
  });

  it('that is gone still explains the runs that were made with it', async () => {
    await client.ask('prices.setBook', { path: DEARER() });
    const run = await client.audit();
    await client.ask('prices.removeBook', { site: 'cn' });
    const page = await client.ask('audits.comparisons', {
      runId: run.id,
      offset: 0,
      limit: 1000,
      filter: { onlyDiscrepancies: false },
      sort: { by: 'periodStart', descending: false },
    });
    const hd = page.rows.find(
      ({ item, expectedPrice }) => item === 'av.hd' && expectedPrice !== null,
    );
    const { citation } = await client.ask('audits.explain', {
      runId: run.id,
      comparisonId: hd?.id ?? '',
    });
    expect(citation?.printed).toBe('one yuan more');
  });

  it('is refused with the field, or with the rule that leaves a price to chance', async () => {
    const set = (path: string) => client.refusal('prices.setBook', { path });
    const wrongItem = bookFile(({ eras }) => {
      for (const era of eras) era.prices = { 'av.hdd': '1' };
    });
    expect(await set(wrongItem)).toMatchObject({
      code: 'price-book-invalid',
      params: { file: 'ours.json', field: 'eras[0].prices.av.hdd', problem: 'bad-item' },
    });
    const twice = bookFile(({ eras }) => {
      eras.push(...eras.map((era) => ({ ...era, id: `${era.id}-again` })));
    });
    expect(await set(twice)).toMatchObject({
      code: 'price-book-faulty',
      params: { fault: 'price-overlap' },
    });
    expect(await set(join(temporaryFolder(), 'none.json'))).toMatchObject({ code: 'file-missing' });
    const { books } = await client.ask('prices.books', {});
    expect(books.every(({ kind }) => kind === 'built-in')).toBe(true);
  });

  it('begins as a copy of the program’s, which reads back as the same book', async () => {
    const path = join(temporaryFolder(), 'begin.json');
    await client.ask('prices.saveBook', { site: 'cn', kind: 'built-in', path });
    expect(
      await client.refusal('prices.saveBook', { site: 'cn', kind: 'built-in', path }),
    ).toMatchObject({ code: 'file-exists' });
    const { books } = await client.ask('prices.setBook', { path });
    const [own, builtIn] = books;
    expect(own).toMatchObject({ kind: 'own', hash: builtIn?.hash, prices: builtIn?.prices });
    expect(own?.faults).toEqual([]);
    expect(await client.ask('prices.lint', { site: 'cn', kind: 'own' })).toEqual(own);
    expect(await client.refusal('prices.lint', { site: 'intl', kind: 'own' })).toMatchObject({
      code: 'price-book-missing',
    });
  });
});

describe('two versions compared', () => {
  it('that are the same differ by nothing', async () => {
    const result = await compared(version(), version());
    expect(result.change).toBe('0');
    expect(result.a.amount).toBe((await client.audit()).totals.expected);
    expect(result.months.flatMap(({ items }) => items).every(({ change }) => change === '0')).toBe(
      true,
    );
  });

  it('say what a book makes dearer, exactly, by month and item', async () => {
    const result = await compared(version(), version({ book: { path: DEARER() } }));
    expect(result.b.fileName).toBe('ours.json');
    const items = result.months.flatMap((month) => month.items);
    for (const row of items) {
      expect(row.minutesA).toBe(row.minutesB);
      // 0.9 yuan (the contract takes ten per cent off) for each 1,000 minutes of HD, nothing on the others.
      const expected =
        row.item === 'av.hd' ? decimal(row.minutesA).times(decimal('0.0009')) : decimal(0);
      expect(row.change).toBe(toText(expected));
    }
    expect(Number(result.change)).toBeGreaterThan(0);
    expect(toText(sum(result.months.map(({ change }) => decimal(change))))).toBe(result.change);
    expect(toText(decimal(result.b.amount).minus(decimal(result.a.amount)))).toBe(result.change);
  });

  it('say what the contract is worth, and what another day’s prices would cost', async () => {
    const worth = await compared(version(), version({ contract: false }));
    expect(Number(worth.change)).toBeGreaterThan(0);
    const old = await compared(
      version({ contract: false }),
      version({ contract: false, on: day('2019-06-01') }),
    );
    // In 2019 every tier cost 25.
    for (const { items } of old.months)
      for (const { item, minutesB, amountB } of items.filter((row) => row.item.startsWith('av.')))
        expect([item, amountB]).toEqual([item, toText(decimal(minutesB).times(decimal('0.025')))]);
  });

  it('name use that one of them has no price for', async () => {
    const path = bookFile((book) => {
      for (const era of book.eras) delete era.prices?.['av.audio'];
    });
    const result = await compared(version(), version({ book: { path } }));
    expect(result.a.unpriced).toEqual([]);
    expect(result.b.unpriced.length).toBeGreaterThan(0);
    expect(new Set(result.b.unpriced.map(({ item }) => item))).toEqual(new Set(['av.audio']));
  });

  it('are refused where a book is missing or for the other site', async () => {
    const refused = async (b: PriceVersion) => {
      const end = await client.endOf(
        client.ask('prices.compare', { a: version(), b, period: null }),
      );
      return 'error' in end.payload ? end.payload.error.code : null;
    };
    expect(await refused(version({ book: 'own' }))).toBe('price-book-missing');
    const intl = join(import.meta.dirname, '../../../resources/price-books/intl.json');
    expect(await refused(version({ book: { path: intl } }))).toBe('price-book-other-site');
    expect(await refused(version({ on: day('2001-01-01') }))).toBe('price-day-empty');
  });
});
