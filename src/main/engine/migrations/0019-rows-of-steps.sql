-- One history for everything that a person changes: a step of judgement_steps keeps, beside its changes of
-- judgements, the rows of other tables that it changed, as they were before and after. Undo and redo write exactly
-- these values back; nothing is computed again.
--
-- `changes` is zstd of a JSON list in the order in which they happened: [table, row, before, after]. `row` is the
-- JSON list of the primary key; `before` and `after` are JSON texts of the columns that changed, all columns of a row
-- that came or went, and null where there was, or is, none. Rows of the file that an import step brought are not
-- among them: they stay, and only the import's state says whether they count.
CREATE TABLE step_rows (
  step_id INTEGER NOT NULL REFERENCES judgement_steps (id),
  position INTEGER NOT NULL,
  -- How many changes this piece holds.
  size INTEGER NOT NULL,
  -- Of the text before it was compressed.
  sha256 TEXT NOT NULL,
  changes BLOB NOT NULL,
  PRIMARY KEY (step_id, position)
) STRICT;

-- Ids of issues are never used again: an undo puts a removed issue back under the id that it had, beside those of
-- imports that came later and stay. SQLite gives a table this only when it is made.
CREATE TABLE import_issues_made_anew (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  import_id INTEGER NOT NULL REFERENCES imports (id) ON DELETE CASCADE,
  severity TEXT NOT NULL CHECK (severity IN ('error', 'warning', 'note')),
  code TEXT NOT NULL,
  -- JSON object.
  params TEXT NOT NULL,
  line INTEGER,
  column_name TEXT
) STRICT;
INSERT INTO import_issues_made_anew (id, import_id, severity, code, params, line, column_name)
SELECT id, import_id, severity, code, params, line, column_name FROM import_issues;
DROP TABLE import_issues;
ALTER TABLE import_issues_made_anew RENAME TO import_issues;
CREATE INDEX import_issues_by_import ON import_issues (import_id, id);
