-- Mappings of files that no profile of the program knows, saved to read the next such file by.
-- An import keeps the mapping by which it was read itself (imports.stated), so nothing refers to these rows.
CREATE TABLE import_profiles (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  -- 1, 2, …: the header has changed, the earlier version still reads the earlier files.
  version INTEGER NOT NULL CHECK (version > 0),
  -- The profile of the program as which the columns are read.
  read_as TEXT NOT NULL,
  -- SHA-256 of the compared column names, sorted: the same columns in any order.
  fingerprint TEXT NOT NULL,
  -- JSON: [{header, field | null}], one per column.
  columns TEXT NOT NULL,
  -- UTC, ISO 8601.
  saved_at TEXT NOT NULL,
  UNIQUE (name, version)
) STRICT;

CREATE INDEX import_profiles_by_header ON import_profiles (fingerprint);
