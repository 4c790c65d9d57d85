-- Price books that the user gave in place of those that come with the program. A book that was replaced or taken
-- back stays: audits that were made with it are explained with exactly its prices.
CREATE TABLE price_books (
  -- `sha256:` of the canonical JSON, as runs name their book.
  hash TEXT PRIMARY KEY,
  site TEXT NOT NULL CHECK (site IN ('cn', 'intl')),
  -- Name of the file it was read from.
  file_name TEXT NOT NULL,
  json TEXT NOT NULL,
  -- UTC, ISO 8601.
  taken_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The one that counts now, at most one for each site; without a row the program's own does.
CREATE TABLE price_books_in_use (
  site TEXT PRIMARY KEY CHECK (site IN ('cn', 'intl')),
  hash TEXT NOT NULL REFERENCES price_books (hash)
) STRICT, WITHOUT ROWID;
