-- What was imported, row by row, and the way back from each row to its file.
--
-- A row's id is import id x 2^32 + its number in the file (first row after the header = 1), so an import is
-- one range of ids in every table below and a row needs no other reference to its file.
-- Days are integers YYYYMMDD (UTC+8), times of day are seconds since midnight, quantities are integers with
-- their scale in the name; what is only shown or multiplied, never summed, is canonical decimal text.

CREATE TABLE imports (
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
  kind TEXT NOT NULL CHECK (kind IN ('usage', 'bill')),
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

CREATE INDEX imports_by_bytes ON imports (sha256);
CREATE INDEX imports_by_size ON imports (size);

-- What a usage row counts: written once, referred to by each of perhaps a million rows.
CREATE TABLE meters (
  id INTEGER PRIMARY KEY,
  sdk_app_id TEXT NOT NULL,
  item TEXT NOT NULL,
  source TEXT NOT NULL,
  granularity TEXT NOT NULL CHECK (granularity IN ('5-minute', 'day')),
  unit TEXT NOT NULL CHECK (unit IN ('seconds', 'minutes')),
  UNIQUE (sdk_app_id, item, source, granularity, unit)
) STRICT;

CREATE TABLE usage_rows (
  id INTEGER PRIMARY KEY,
  meter_id INTEGER NOT NULL REFERENCES meters (id),
  day INTEGER NOT NULL,
  -- null where the row spans its whole day.
  start_second INTEGER,
  -- Of minutes: value x 60, half-up, row by row.
  seconds INTEGER NOT NULL,
  -- As printed; null where the file counts seconds.
  minutes_e4 INTEGER,
  -- The provider's own covered minutes: evidence.
  deducted_e4 INTEGER,
  -- The row of another live import that is this one and counts instead of it.
  duplicate_of INTEGER
) STRICT;

CREATE TABLE bill_lines (
  id INTEGER PRIMARY KEY,
  -- Day by which files are compared: start of use, else of the deduction.
  day INTEGER NOT NULL,
  bucket TEXT NOT NULL,
  payer_uin TEXT NOT NULL,
  owner_uin TEXT NOT NULL,
  product TEXT NOT NULL,
  sub_product TEXT NOT NULL,
  billing_mode TEXT NOT NULL,
  transaction_type TEXT NOT NULL,
  transaction_id TEXT NOT NULL,
  order_id TEXT NOT NULL,
  resource_id TEXT NOT NULL,
  sdk_app_id TEXT,
  component_type TEXT NOT NULL,
  component_name TEXT NOT NULL,
  item TEXT,
  -- YYYY-MM-DDTHH:mm:ss, UTC+8.
  charged_at TEXT,
  usage_start TEXT,
  usage_end TEXT,
  list_price TEXT,
  unit_price TEXT,
  price_unit TEXT NOT NULL,
  quantity TEXT,
  quantity_unit TEXT NOT NULL,
  duration TEXT,
  duration_unit TEXT NOT NULL,
  original_amount_e8 INTEGER,
  discount TEXT,
  amount_e8 INTEGER NOT NULL,
  voucher_e8 INTEGER,
  free_credit_e8 INTEGER,
  shared_income_e8 INTEGER,
  cash_e8 INTEGER,
  tax_rate TEXT,
  tax_e8 INTEGER,
  total_with_tax_e8 INTEGER,
  currency TEXT NOT NULL CHECK (currency IN ('CNY', 'USD')),
  duplicate_of INTEGER
) STRICT;

-- The file itself, verbatim as decoded text, in compressed pieces of whole records. `id` is the id of its
-- first row. The days make it the table of contents for usage rows: files are nearly always in order of
-- time, so a day is found without an index that every import would have to pay for.
CREATE TABLE raw_chunks (
  id INTEGER PRIMARY KEY,
  last_id INTEGER NOT NULL,
  -- Line in the file on which the text begins.
  first_line INTEGER NOT NULL,
  -- null where no row of the piece was accepted.
  first_day INTEGER,
  last_day INTEGER,
  -- zstd of UTF-8. Last, so that a walk over the table of contents does not read it.
  text BLOB NOT NULL
) STRICT;

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

-- Rows that could not be read: left out of every sum, kept until somebody looks.
CREATE TABLE quarantined_rows (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL,
  -- JSON object.
  params TEXT NOT NULL,
  line INTEGER NOT NULL,
  column_name TEXT,
  raw TEXT NOT NULL
) STRICT;

-- The account as its owner stated it: account.json, verbatim. At most one row.
CREATE TABLE account (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  json TEXT NOT NULL,
  stated_at TEXT NOT NULL
) STRICT;
