import type { Output } from '../../shared/contract/contract';
import type { BookRow } from '../../shared/contract/price-books';
import { formatPrice } from '../format/decimal-text';
import { veiledDigits } from '../format/privacy';
import type { Words } from '../i18n/use-words';
import type { Place } from '../state/navigation';
import type { PaletteEntry } from './palette-entry';

type Table = Output<'prices.table'> | undefined;
type Go = (place: Place) => void;

/** Each item that has prices, with the newest; found by its older ones and their eras, too. */
export function priceEntries(
  table: Table,
  site: BookRow['site'],
  { t, term, sentence }: Words,
  go: Go,
): readonly PaletteEntry[] {
  const prices = table?.prices ?? [];
  const items = [...new Set(prices.map(({ item }) => item))];
  return items.flatMap((item) => {
    const rows = prices.filter((row) => row.item === item);
    const newest = rows.at(-1);
    if (!newest) return [];
    const unit = sentence('prices', `units/${newest.unit}`);
    return [
      {
        id: `price-${item}`,
        group: 'prices' as const,
        title: term('items', item),
        detail: `${formatPrice(newest.price)} ${unit} · ${t('prices/since', { from: newest.from })}`,
        also: [item, ...rows.flatMap(({ era, price }) => [era, formatPrice(price)])].join(' '),
        run: () => go({ screen: 'prices', price: { site, item } }),
      },
    ];
  });
}

/** What the account agreed, by item and by the reference of its contract. */
export function termEntries(
  table: Table,
  site: BookRow['site'],
  { t, term }: Words,
  go: Go,
): readonly PaletteEntry[] {
  return (table?.contract ?? []).map(({ item, discount, price, from, reference }, index) => ({
    id: `term-${index}`,
    group: 'terms',
    title: term('items', item),
    detail: [
      discount === null
        ? formatPrice(price ?? '')
        : t('unit/factor', { value: formatPrice(discount) }),
      t('prices/since', { from }),
      reference,
    ].join(' · '),
    run: () => go({ screen: 'prices', price: { site, item }, heading: t('prices/contract') }),
  }));
}

/** Versions of prices: the books at hand. */
export function bookEntries(
  books: readonly BookRow[],
  { t, term }: Words,
  go: Go,
): readonly PaletteEntry[] {
  return books.map(({ site, kind, fileName, latest, hash, inUse }) => ({
    id: `book-${site}-${kind}`,
    group: 'books',
    title: fileName === null ? t('price-compare:books/builtIn') : veiledDigits(fileName),
    detail: [
      term('sites', site),
      `${t('price-compare:books/latest')} ${latest}`,
      ...(inUse ? [t('price-compare:books/inUse')] : []),
    ].join(' · '),
    also: `${t('price-compare:books/title')} ${hash}`,
    run: () => go({ screen: 'prices', price: { site }, heading: t('price-compare:books/title') }),
  }));
}
