import { describe, expect, it } from 'vitest';
import type { Output } from '../../../src/shared/contract/contract';
import { day } from '../../../src/shared/period/day';
import type { Words } from '../../../src/renderer/i18n/use-words';
import { fitting } from '../../../src/renderer/palette/palette-entry';
import {
  bookEntries,
  priceEntries,
  termEntries,
} from '../../../src/renderer/palette/price-entries';
import type { Place } from '../../../src/renderer/state/navigation';

/** Each sentence is its key and what fills it. */
const said = (key: string, params: Readonly<Record<string, string>> = {}) =>
  [key, ...Object.values(params)].join(' ');
const words = {
  t: said,
  term: (_: string, id: string) => `the ${id}`,
  sentence: (_: string, key: string) => key,
} as unknown as Words;

const price = (item: 'av.hd' | 'av.audio', era: string, from: string, value: string) => ({
  ...{ id: `${era}/${item}`, era, item, from: day(from), to: null, price: value },
  ...{ unit: 'per-1000-minutes' as const, pricedAs: null, conditions: [] },
  citation: { source: '', date: day(from), quote: '' },
});
const table = {
  ...{ currency: 'CNY', hash: '', own: false },
  prices: [
    price('av.hd', 'CN-2', '2019-10-11', '25'),
    price('av.hd', 'CN-3', '2022-06-01', '28'),
    price('av.audio', 'CN-3', '2022-06-01', '7'),
  ],
  contract: [
    {
      ...{ item: 'av.hd', discount: '0.9', price: null, from: day('2023-06-01'), to: null },
      ...{ reference: 'YK-2023-017', stretches: [] },
    },
  ],
} as unknown as Output<'prices.table'>;

const gone: Place[] = [];
const go = (place: Place) => void gone.push(place);

describe('prices in the search', () => {
  it('are one entry for each item, with its newest price, found by the older ones and their eras', () => {
    const entries = priceEntries(table, 'cn', words, go);
    expect(entries.map(({ title, detail }) => [title, detail])).toEqual([
      ['the av.hd', '28.00 units/per-1000-minutes · prices/since 2022-06-01'],
      ['the av.audio', '7.00 units/per-1000-minutes · prices/since 2022-06-01'],
    ]);
    for (const typed of ['CN-2', '25.00', 'hd 28'])
      expect(fitting(entries, typed, 9).map(({ title }) => title)).toEqual(['the av.hd']);
    entries[1]?.run();
    expect(gone.at(-1)).toEqual({ screen: 'prices', price: { site: 'cn', item: 'av.audio' } });
  });

  it('have what was agreed, by item and reference, and go to where it stands', () => {
    const [term, ...more] = termEntries(table, 'cn', words, go);
    expect(more).toEqual([]);
    expect(term?.detail).toBe('unit/factor 0.90 · prices/since 2023-06-01 · YK-2023-017');
    term?.run();
    expect(gone.at(-1)).toEqual({
      ...{ screen: 'prices', price: { site: 'cn', item: 'av.hd' } },
      heading: 'prices/contract',
    });
    expect(termEntries({ ...table, contract: null }, 'cn', words, go)).toEqual([]);
  });

  it('have every version, a book of one’s own by the name of its file', () => {
    const book = { prices: 3, latest: day('2022-06-01'), faults: [], takenAt: null };
    const entries = bookEntries(
      [
        { ...book, site: 'cn', kind: 'built-in', hash: 'a', fileName: null, inUse: false },
        { ...book, site: 'cn', kind: 'own', hash: 'b', fileName: 'ours.json', inUse: true },
      ],
      words,
      go,
    );
    expect(entries.map(({ title }) => title)).toEqual(['price-compare:books/builtIn', 'ours.json']);
    expect(entries[1]?.detail).toContain('price-compare:books/inUse');
    expect(entries[0]?.detail).not.toContain('price-compare:books/inUse');
    entries[1]?.run();
    expect(gone.at(-1)).toMatchObject({ heading: 'price-compare:books/title' });
  });
});
