import type { Site } from '../../../shared/catalog/site';
import type { ReadableDb, WritableDb } from './workspace/connection';

/** A price book that the user gave; `json` is its canonical text, `hash` the `sha256:` of it. */
export interface StoredPriceBook {
  readonly hash: string;
  readonly site: Site;
  readonly fileName: string;
  readonly json: string;
  /** UTC, ISO 8601. */
  readonly takenAt: string;
}

const COLUMNS = 'b.hash, b.site, b.file_name AS fileName, b.json, b.taken_at AS takenAt';

/** The user's own book that counts now for a site; null: the program's own does. */
export function ownPriceBook(db: ReadableDb, site: Site): StoredPriceBook | null {
  return (
    db
      .prepare<StoredPriceBook>(
        `SELECT ${COLUMNS} FROM price_books_in_use u JOIN price_books b ON b.hash = u.hash WHERE u.site = ?`,
      )
      .get(site) ?? null
  );
}

/** Any own book that was ever in use here; null: none of this hash. */
export function priceBookByHash(db: ReadableDb, hash: string): StoredPriceBook | null {
  return (
    db
      .prepare<StoredPriceBook>(`SELECT ${COLUMNS} FROM price_books b WHERE b.hash = ?`)
      .get(hash) ?? null
  );
}

/** Keeps the book and puts it in use for its site, in place of the one before. To be called in a transaction. */
export function usePriceBook(db: WritableDb, book: StoredPriceBook): void {
  db.prepare(
    `INSERT INTO price_books (hash, site, file_name, json, taken_at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (hash) DO UPDATE SET file_name = excluded.file_name, taken_at = excluded.taken_at`,
  ).run(book.hash, book.site, book.fileName, book.json, book.takenAt);
  db.prepare(
    `INSERT INTO price_books_in_use (site, hash) VALUES (?, ?)
     ON CONFLICT (site) DO UPDATE SET hash = excluded.hash`,
  ).run(book.site, book.hash);
}

/** The program's own book counts again. False: it did already. */
export function stopUsingPriceBook(db: WritableDb, site: Site): boolean {
  return db.prepare('DELETE FROM price_books_in_use WHERE site = ?').run(site).changes > 0;
}
