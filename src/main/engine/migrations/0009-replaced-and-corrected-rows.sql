-- A bill file of a month is made again every day, and again when the month is final, each time with all that
-- came before: the newest counts, the others are kept as history. A row of a file that a newer one replaces
-- has `duplicate_of` = row 0 of the newer import, so that whatever leaves out repetitions leaves it out too.

CREATE TABLE exports (
  import_id INTEGER PRIMARY KEY REFERENCES imports (id) ON DELETE CASCADE,
  -- The first import of the same file: the parts of one archive are one export.
  export_id INTEGER NOT NULL,
  -- How a bill's rows were put into its month; null where the file does not say, and for usage.
  basis TEXT CHECK (basis IN ('deduction', 'usage')),
  -- YYYYMM, as the name of the file says; null where it does not.
  month INTEGER,
  -- Of a file that is made again and again: YYYYMMDD of a daily one, YYYYMM99 of the final one; else null.
  issue INTEGER
) STRICT;

CREATE INDEX exports_by_month ON exports (month, basis, issue);

-- Which import a person let replace which; what both have in common counts from the newer one alone.
CREATE TABLE replacements (
  newer_id INTEGER NOT NULL REFERENCES imports (id) ON DELETE CASCADE,
  older_id INTEGER NOT NULL REFERENCES imports (id) ON DELETE CASCADE,
  chosen_at TEXT NOT NULL,
  PRIMARY KEY (newer_id, older_id)
) STRICT, WITHOUT ROWID;

-- What the provider changed from one file of a period to the next.
CREATE TABLE restatements (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  newer_id INTEGER NOT NULL REFERENCES imports (id) ON DELETE CASCADE,
  older_id INTEGER NOT NULL REFERENCES imports (id) ON DELETE CASCADE,
  found_at TEXT NOT NULL,
  unchanged INTEGER NOT NULL,
  changed INTEGER NOT NULL,
  added INTEGER NOT NULL,
  gone INTEGER NOT NULL,
  -- By how much the billed amount went up; null for usage.
  amount_e8 INTEGER,
  -- By how much the measured seconds went up; null for a bill.
  seconds INTEGER,
  UNIQUE (newer_id, older_id)
) STRICT;

CREATE TABLE restated_rows (
  restatement_id INTEGER NOT NULL REFERENCES restatements (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  change TEXT NOT NULL CHECK (change IN ('changed', 'added', 'gone')),
  older_row INTEGER,
  newer_row INTEGER,
  amount_e8 INTEGER,
  seconds INTEGER,
  PRIMARY KEY (restatement_id, position),
  CHECK ((older_row IS NULL) = (change = 'added') AND (newer_row IS NULL) = (change = 'gone'))
) STRICT, WITHOUT ROWID;

-- A row of quarantine as a person wrote it anew. The row as it stands in the file is not touched:
-- its text stays in raw_chunks and its reason in quarantined_rows.
CREATE TABLE row_corrections (
  id INTEGER PRIMARY KEY REFERENCES quarantined_rows (id) ON DELETE CASCADE,
  -- JSON: the cells, one for each column of the file.
  cells TEXT NOT NULL,
  corrected_by TEXT NOT NULL,
  -- UTC, ISO 8601.
  corrected_at TEXT NOT NULL
) STRICT;

-- A row of quarantine that a person has looked at and leaves out, and why.
CREATE TABLE row_dismissals (
  id INTEGER PRIMARY KEY REFERENCES quarantined_rows (id) ON DELETE CASCADE,
  reason TEXT NOT NULL,
  dismissed_by TEXT NOT NULL,
  dismissed_at TEXT NOT NULL
) STRICT;

-- Imports of before: each is an export of its own; what their names say is not known here.
INSERT INTO exports (import_id, export_id) SELECT id, id FROM imports;
