import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Site } from '../../src/shared/catalog/site';
import type { PriceBook } from '../../src/shared/pricing/price-book';
import { readPriceBook } from '../../src/shared/pricing/price-book-file';

const FOLDER = resolve(import.meta.dirname, '../../resources/price-books');

/** The price book that ships with the program. */
export function shippedPriceBook(site: Site): PriceBook {
  const book = readPriceBook(JSON.parse(readFileSync(join(FOLDER, `${site}.json`), 'utf8')));
  if (!book.ok) throw new Error(JSON.stringify(book.error));
  return book.value;
}
