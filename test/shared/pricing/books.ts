import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Site } from '../../../src/shared/catalog/site';
import type { PriceBook } from '../../../src/shared/pricing/price-book';
import { readPriceBook } from '../../../src/shared/pricing/price-book-file';

/** The price book as it is shipped. */
export function shippedBook(site: Site): PriceBook {
  const book = readPriceBook(shippedJson(site));
  if (!book.ok) throw new Error(JSON.stringify(book.error, null, 2));
  return book.value;
}

export function shippedJson(site: Site): unknown {
  const path = join(import.meta.dirname, '../../../resources/price-books', `${site}.json`);
  return JSON.parse(readFileSync(path, 'utf8'));
}
