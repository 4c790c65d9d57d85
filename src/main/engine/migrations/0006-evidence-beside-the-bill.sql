-- Exports that are evidence beside usage and bills: totals of summary bills, money movements, packages and
-- what the provider says it deducted from them. Which kinds of files there are is the program's to say
-- (shared/contract/import-kind.ts), so the table of imports no longer lists them. SQLite cannot take a CHECK
-- away: the table is made anew. Its issues are set aside meanwhile, since they would go with it.

CREATE TEMP TABLE set_aside AS SELECT * FROM import_issues;
DROP TABLE import_issues;

CREATE TABLE imports_made_anew (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
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
  state TEXT NOT NULL CHECK (state IN ('live', 'undone')),
  -- No row is ever lost.
  CHECK (accepted + quarantined + duplicates + ignored = rows)
) STRICT;

INSERT INTO imports_made_anew
SELECT id, path, file_name, sha256, size, container, sheet, encoding, delimiter, header_line, kind, profile,
  columns, rows, accepted, quarantined, duplicates, ignored, first_day, last_day, apps, imported_at, state
FROM imports;
DROP TABLE imports;
ALTER TABLE imports_made_anew RENAME TO imports;
CREATE INDEX imports_by_bytes ON imports (sha256);
CREATE INDEX imports_by_size ON imports (size);

CREATE TABLE import_issues (
  id INTEGER PRIMARY KEY,
  import_id INTEGER NOT NULL REFERENCES imports (id) ON DELETE CASCADE,
  severity TEXT NOT NULL CHECK (severity IN ('error', 'warning', 'note')),
  code TEXT NOT NULL,
  -- JSON object.
  params TEXT NOT NULL,
  line INTEGER,
  column_name TEXT
) STRICT;
CREATE INDEX import_issues_by_import ON import_issues (import_id, id);
INSERT INTO import_issues (id, import_id, severity, code, params, line, column_name)
SELECT id, import_id, severity, code, params, line, column_name FROM set_aside;
DROP TABLE set_aside;

-- Decimals to which the file prints its amounts: 8 in a bill detail, 2 in a bill by resource.
ALTER TABLE bill_lines ADD COLUMN amount_decimals INTEGER NOT NULL DEFAULT 8;

-- A line of a summary bill (L1): what the lines of a month must add up to.
CREATE TABLE bill_totals (
  id INTEGER PRIMARY KEY,
  -- First day of the month.
  day INTEGER NOT NULL,
  dimension TEXT NOT NULL CHECK (dimension IN ('product', 'project', 'region', 'service', 'tag')),
  name TEXT NOT NULL,
  original_amount_e8 INTEGER,
  amount_e8 INTEGER NOT NULL,
  voucher_e8 INTEGER,
  free_credit_e8 INTEGER,
  shared_income_e8 INTEGER,
  cash_e8 INTEGER,
  currency TEXT NOT NULL CHECK (currency IN ('CNY', 'USD')),
  duplicate_of INTEGER
) STRICT;

-- A money movement of the account (收支明细).
CREATE TABLE cash_entries (
  id INTEGER PRIMARY KEY,
  day INTEGER NOT NULL,
  -- YYYY-MM-DDTHH:mm:ss, UTC+8.
  entered_at TEXT NOT NULL,
  type TEXT NOT NULL,
  channel TEXT NOT NULL,
  description TEXT NOT NULL,
  income_e8 INTEGER NOT NULL,
  expense_e8 INTEGER NOT NULL,
  balance_e8 INTEGER,
  currency TEXT NOT NULL CHECK (currency IN ('CNY', 'USD')),
  duplicate_of INTEGER
) STRICT;

-- A package as the console's list shows it on the day of the export.
CREATE TABLE listed_packages (
  id INTEGER PRIMARY KEY,
  -- Day on which it was bought.
  day INTEGER NOT NULL,
  package_id TEXT NOT NULL,
  type TEXT NOT NULL,
  name TEXT NOT NULL,
  minutes INTEGER NOT NULL,
  -- Minutes left, as printed.
  remaining TEXT,
  bought_at TEXT NOT NULL,
  expires_at TEXT,
  status TEXT NOT NULL,
  duplicate_of INTEGER
) STRICT;

-- What the provider says it took from a package.
CREATE TABLE stated_deductions (
  id INTEGER PRIMARY KEY,
  -- Day of the usage.
  day INTEGER NOT NULL,
  package_id TEXT NOT NULL,
  sdk_app_id TEXT NOT NULL,
  item TEXT,
  deducted_at TEXT,
  usage_start TEXT,
  usage_end TEXT,
  raw_e8 INTEGER NOT NULL,
  factor TEXT,
  deducted_e8 INTEGER NOT NULL,
  balance_before_e8 INTEGER,
  balance_after_e8 INTEGER,
  duplicate_of INTEGER
) STRICT;
CREATE INDEX stated_deductions_by_package ON stated_deductions (package_id, day, id);
