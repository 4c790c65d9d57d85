-- An export as it was downloaded is one file or the parts of one archive. What is known of it stands with its
-- imports now: the table `exports` held one row for each of them. With it comes whose use it is where the rows
-- do not say so, and the state of an import that waits until somebody does. SQLite cannot change a CHECK: the
-- table is made anew, with foreign keys off (migrate.ts), so that nothing is deleted with it.

CREATE TABLE imports_made_anew (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  -- The first import of the same archive or workbook: its parts are one export. Null: it is the first, or alone.
  part_of INTEGER,
  path TEXT NOT NULL,
  file_name TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  size INTEGER NOT NULL,
  container TEXT NOT NULL,
  sheet TEXT,
  encoding TEXT NOT NULL,
  delimiter TEXT NOT NULL,
  header_line INTEGER NOT NULL,
  kind TEXT NOT NULL,
  profile TEXT NOT NULL,
  -- JSON: [{header, field | null}], one per column.
  columns TEXT NOT NULL,
  -- Measurements that a row has room for; see migrations/0010.
  slots INTEGER NOT NULL DEFAULT 1 CHECK (slots >= 1),
  -- JSON object: what was said of the file when it came that its rows do not say; see migrations/0010.
  stated TEXT NOT NULL DEFAULT '{}',
  -- How a bill's rows were put into its month; null where the file does not say, and for usage.
  basis TEXT CHECK (basis IN ('deduction', 'usage')),
  -- YYYYMM, as the name of the file says; null where it does not.
  month INTEGER,
  -- Of a file that is made again and again: YYYYMMDD of a daily one, YYYYMM99 of the final one; else null.
  issue INTEGER,
  -- Whose use all rows are of, where none of them says it; '*': nobody knows of any application. Else null.
  app TEXT,
  -- stated: by the user or the file's name when it came; said: by the user later; assumed: by nobody.
  app_by TEXT CHECK (app_by IN ('stated', 'said', 'assumed')),
  rows INTEGER NOT NULL,
  accepted INTEGER NOT NULL,
  quarantined INTEGER NOT NULL,
  duplicates INTEGER NOT NULL,
  ignored INTEGER NOT NULL,
  -- Days that accepted and duplicate rows touch.
  first_day INTEGER,
  last_day INTEGER,
  apps INTEGER NOT NULL,
  -- UTC, ISO 8601.
  imported_at TEXT NOT NULL,
  -- waiting: not undone, but nobody says whose use it is, and it may be of one of several applications.
  state TEXT NOT NULL CHECK (state IN ('live', 'undone', 'waiting')),
  -- No row is ever lost.
  CHECK (accepted + quarantined + duplicates + ignored = rows),
  CHECK ((app IS NULL) = (app_by IS NULL)),
  CHECK (state <> 'waiting' OR (app = '*' AND app_by = 'assumed'))
) STRICT;

INSERT INTO imports_made_anew
SELECT i.id, nullif(e.export_id, i.id), path, file_name, sha256, size, container, sheet, encoding, delimiter,
  header_line, kind, profile, columns, slots, stated, e.basis, e.month, e.issue,
  stated ->> '$.sdkAppId', iif(stated ->> '$.sdkAppId' IS NULL, NULL, 'stated'),
  rows, accepted, quarantined, duplicates, ignored, first_day, last_day, apps, imported_at, state
FROM imports i LEFT JOIN exports e ON e.import_id = i.id;
-- Ids are never used again, also those of the newest imports that are gone.
DELETE FROM sqlite_sequence WHERE name = 'imports_made_anew';
INSERT INTO sqlite_sequence (name, seq) SELECT 'imports_made_anew', seq FROM sqlite_sequence WHERE name = 'imports';
DROP TABLE exports;
DROP TABLE imports;
ALTER TABLE imports_made_anew RENAME TO imports;

CREATE INDEX imports_by_bytes ON imports (sha256);
CREATE INDEX imports_by_size ON imports (size);
CREATE INDEX imports_by_archive ON imports (part_of) WHERE part_of IS NOT NULL;
CREATE INDEX imports_by_month ON imports (month, basis, issue);

-- The triggers of migrations/0015 went with the table.
CREATE TRIGGER imports_added AFTER INSERT ON imports
BEGIN INSERT INTO evidence_writes VALUES (1, 1) ON CONFLICT (id) DO UPDATE SET writes = writes + 1; END;
CREATE TRIGGER imports_changed AFTER UPDATE ON imports
BEGIN INSERT INTO evidence_writes VALUES (1, 1) ON CONFLICT (id) DO UPDATE SET writes = writes + 1; END;
CREATE TRIGGER imports_removed AFTER DELETE ON imports
BEGIN INSERT INTO evidence_writes VALUES (1, 1) ON CONFLICT (id) DO UPDATE SET writes = writes + 1; END;
