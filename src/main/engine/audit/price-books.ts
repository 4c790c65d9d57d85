import { createHash } from 'node:crypto';
import type { Site } from '../../../shared/catalog/site';
import { invariant } from '../../../shared/invariant';
import type { Day } from '../../../shared/period/day';
import type { PriceBook } from '../../../shared/pricing/price-book';
import { readPriceBook } from '../../../shared/pricing/price-book-file';
import { canonicalJson } from '../store/canonical-json';

/** A price book with its name. `hash` names its exact content: `sha256:` of canonical JSON. */
export interface HashedPriceBook {
  readonly book: PriceBook;
  readonly hash: string;
}

/** A price book that comes with the program. */
export interface ShippedPriceBook extends HashedPriceBook {
  /** First day of the newest price in it. */
  readonly latest: Day;
  /** As it was written, to be saved and changed by a person. */
  readonly json: unknown;
}

const FILES: Readonly<Record<string, unknown>> = import.meta.glob(
  '../../../../resources/price-books/*.json',
  { eager: true, import: 'default' },
);

let loaded: ReadonlyMap<Site, ShippedPriceBook> | null = null;

export function shippedPriceBooks(): ReadonlyMap<Site, ShippedPriceBook> {
  loaded ??= new Map(
    Object.values(FILES)
      .map(load)
      .map((entry) => [entry.book.site, entry]),
  );
  return loaded;
}

/** The program's own book of a site. What counts in a workspace: see price-book-in-use.ts. */
export function shippedPriceBook(site: Site): ShippedPriceBook {
  const book = shippedPriceBooks().get(site);
  invariant(book, `no price book for ${site} came with the program`);
  return book;
}

export function priceBookHash(json: unknown): string {
  return `sha256:${createHash('sha256').update(canonicalJson(json)).digest('hex')}`;
}

function load(json: unknown): ShippedPriceBook {
  const read = readPriceBook(json);
  invariant(read.ok, 'a price book that came with the program cannot be read');
  const latest = read.value.prices
    .map((entry) => entry.from)
    .toSorted()
    .at(-1);
  invariant(latest, 'a price book without prices');
  return { book: read.value, hash: priceBookHash(json), latest, json };
}
