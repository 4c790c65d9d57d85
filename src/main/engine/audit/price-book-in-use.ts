import type { Site } from '../../../shared/catalog/site';
import { invariant } from '../../../shared/invariant';
import { readPriceBook } from '../../../shared/pricing/price-book-file';
import type { ReadableDb } from '../store/workspace/connection';
import { ownPriceBook, priceBookByHash, type StoredPriceBook } from '../store/price-books';
import type { StoredRun } from '../store/runs/runs';
import { accountOfStoredRun } from '../account/account-of-stored-run';
import { shippedPriceBook, shippedPriceBooks, type HashedPriceBook } from './price-books';

/** By hash, and so by content: a book that was read once is the same object in every audit. */
const READ = new Map<string, HashedPriceBook>();

function read({ hash, json }: StoredPriceBook): HashedPriceBook {
  const known = READ.get(hash);
  if (known) return known;
  const book = readPriceBook(JSON.parse(json));
  // Only a book that could be read is ever stored.
  invariant(book.ok, `the stored price book ${hash} cannot be read`);
  const fresh = { book: book.value, hash };
  READ.set(hash, fresh);
  return fresh;
}

/** The book that counts for a site in a workspace: the user's own where there is one. null: no workspace is open. */
export function priceBookInUse(db: ReadableDb | null, site: Site): HashedPriceBook {
  const own = db && ownPriceBook(db, site);
  return own ? read(own) : shippedPriceBook(site);
}

/** The very book a run was made with; where an earlier program made it with a book of its own: the one in use now. */
export function priceBookOfRun(db: ReadableDb, run: StoredRun): HashedPriceBook {
  const shipped = [...shippedPriceBooks().values()].find(({ hash }) => hash === run.priceBook);
  if (shipped) return shipped;
  const own = priceBookByHash(db, run.priceBook);
  return own ? read(own) : priceBookInUse(db, accountOfStoredRun(run).site);
}
