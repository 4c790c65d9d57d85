-- Reports that were written, so that they can be found and checked again: what each said is named by the
-- hash of its bytes and by the fingerprint of the run it shows.
CREATE TABLE reports (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  -- UTC, ISO 8601.
  made_at TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('report', 'dispute')),
  format TEXT NOT NULL,
  path TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  fingerprint TEXT NOT NULL,
  -- Both null: everything.
  period_from TEXT,
  period_to TEXT,
  language TEXT NOT NULL,
  masked INTEGER NOT NULL CHECK (masked IN (0, 1)),
  CHECK ((period_from IS NULL) = (period_to IS NULL))
) STRICT;

CREATE INDEX reports_by_hash ON reports (sha256);

-- The secret behind pseudonyms: the same id has the same pseudonym in every report of this workspace, and
-- nobody without this file can find the id to a pseudonym by trying ids.
CREATE TABLE mask_key (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  secret BLOB NOT NULL CHECK (length(secret) = 32)
) STRICT;
