CREATE VIEW run_charges AS
SELECT p.run_id, p.first + c.key AS position, p.period_start, p.period_end, p.charged_on, k.sdk_app_id, k.item,
  c.value ->> 1 AS seconds, c.value ->> 2 AS metered_minutes, c.value ->> 3 AS metered_minutes_low,
  c.value ->> 4 AS trial_minutes, c.value ->> 5 AS package_minutes, c.value ->> 6 AS billable_minutes, k.rate,
  CAST(c.value ->> 7 AS INTEGER) AS amount_e8
FROM run_charge_pieces p CROSS JOIN json_each(p.charges) c
CROSS JOIN run_charge_kinds k ON k.run_id = p.run_id AND k.id = c.value ->> 0;

CREATE TRIGGER bill_lines_added AFTER INSERT ON bill_lines
BEGIN INSERT INTO evidence_writes VALUES (1, 1) ON CONFLICT (id) DO UPDATE SET writes = writes + 1; END;

CREATE TRIGGER bill_lines_changed AFTER UPDATE ON bill_lines
BEGIN INSERT INTO evidence_writes VALUES (1, 1) ON CONFLICT (id) DO UPDATE SET writes = writes + 1; END;

CREATE TRIGGER bill_lines_removed AFTER DELETE ON bill_lines
BEGIN INSERT INTO evidence_writes VALUES (1, 1) ON CONFLICT (id) DO UPDATE SET writes = writes + 1; END;

CREATE TRIGGER imports_added AFTER INSERT ON imports
BEGIN INSERT INTO evidence_writes VALUES (1, 1) ON CONFLICT (id) DO UPDATE SET writes = writes + 1; END;

CREATE TRIGGER imports_changed AFTER UPDATE ON imports
BEGIN INSERT INTO evidence_writes VALUES (1, 1) ON CONFLICT (id) DO UPDATE SET writes = writes + 1; END;

CREATE TRIGGER imports_removed AFTER DELETE ON imports
BEGIN INSERT INTO evidence_writes VALUES (1, 1) ON CONFLICT (id) DO UPDATE SET writes = writes + 1; END;

CREATE TRIGGER item_rules_added AFTER INSERT ON item_rules
BEGIN INSERT INTO evidence_writes VALUES (1, 1) ON CONFLICT (id) DO UPDATE SET writes = writes + 1; END;

CREATE TRIGGER item_rules_changed AFTER UPDATE ON item_rules
BEGIN INSERT INTO evidence_writes VALUES (1, 1) ON CONFLICT (id) DO UPDATE SET writes = writes + 1; END;

CREATE TRIGGER item_rules_removed AFTER DELETE ON item_rules
BEGIN INSERT INTO evidence_writes VALUES (1, 1) ON CONFLICT (id) DO UPDATE SET writes = writes + 1; END;

CREATE TRIGGER meters_added AFTER INSERT ON meters
BEGIN INSERT INTO evidence_writes VALUES (1, 1) ON CONFLICT (id) DO UPDATE SET writes = writes + 1; END;

CREATE TRIGGER meters_changed AFTER UPDATE ON meters
BEGIN INSERT INTO evidence_writes VALUES (1, 1) ON CONFLICT (id) DO UPDATE SET writes = writes + 1; END;

CREATE TRIGGER meters_removed AFTER DELETE ON meters
BEGIN INSERT INTO evidence_writes VALUES (1, 1) ON CONFLICT (id) DO UPDATE SET writes = writes + 1; END;

CREATE TRIGGER raw_chunks_added AFTER INSERT ON raw_chunks
BEGIN INSERT INTO evidence_writes VALUES (1, 1) ON CONFLICT (id) DO UPDATE SET writes = writes + 1; END;

CREATE TRIGGER raw_chunks_changed AFTER UPDATE ON raw_chunks
BEGIN INSERT INTO evidence_writes VALUES (1, 1) ON CONFLICT (id) DO UPDATE SET writes = writes + 1; END;

CREATE TRIGGER raw_chunks_removed AFTER DELETE ON raw_chunks
BEGIN INSERT INTO evidence_writes VALUES (1, 1) ON CONFLICT (id) DO UPDATE SET writes = writes + 1; END;

CREATE TRIGGER row_corrections_added AFTER INSERT ON row_corrections
BEGIN INSERT INTO evidence_writes VALUES (1, 1) ON CONFLICT (id) DO UPDATE SET writes = writes + 1; END;

CREATE TRIGGER row_corrections_changed AFTER UPDATE ON row_corrections
BEGIN INSERT INTO evidence_writes VALUES (1, 1) ON CONFLICT (id) DO UPDATE SET writes = writes + 1; END;

CREATE TRIGGER row_corrections_removed AFTER DELETE ON row_corrections
BEGIN INSERT INTO evidence_writes VALUES (1, 1) ON CONFLICT (id) DO UPDATE SET writes = writes + 1; END;

CREATE TRIGGER sign_offs_are_not_deleted BEFORE DELETE ON sign_offs
BEGIN SELECT RAISE(ABORT, 'sign-offs are append-only'); END;

CREATE TRIGGER sign_offs_are_not_rewritten BEFORE UPDATE ON sign_offs
BEGIN SELECT RAISE(ABORT, 'sign-offs are append-only'); END;

CREATE TRIGGER trail_grows_at_its_end BEFORE INSERT ON trail
WHEN NEW.previous IS NOT coalesce(
       (SELECT sha256 FROM trail ORDER BY seq DESC LIMIT 1),
       '0000000000000000000000000000000000000000000000000000000000000000')
  OR NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM trail)
BEGIN SELECT RAISE(ABORT, 'the trail grows at its end only'); END;

CREATE TRIGGER trail_is_not_rewritten BEFORE UPDATE ON trail
BEGIN SELECT RAISE(ABORT, 'the trail is append-only'); END;

CREATE TRIGGER trail_is_not_shortened BEFORE DELETE ON trail
BEGIN SELECT RAISE(ABORT, 'the trail is append-only'); END;

CREATE TRIGGER usage_rows_changed AFTER UPDATE ON usage_rows
BEGIN INSERT INTO evidence_writes VALUES (1, 1) ON CONFLICT (id) DO UPDATE SET writes = writes + 1; END;

CREATE TRIGGER usage_rows_removed AFTER DELETE ON usage_rows
BEGIN INSERT INTO evidence_writes VALUES (1, 1) ON CONFLICT (id) DO UPDATE SET writes = writes + 1; END;

CREATE TABLE account (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  json TEXT NOT NULL,
  stated_at TEXT NOT NULL
) STRICT;

CREATE TABLE attachments (
  sha256 TEXT PRIMARY KEY,
  size INTEGER NOT NULL,
  added_at TEXT NOT NULL,
  content BLOB NOT NULL
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
, amount_decimals INTEGER NOT NULL DEFAULT 8) STRICT;

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

CREATE TABLE evidence_writes (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  writes INTEGER NOT NULL
) STRICT;

CREATE TABLE "import_issues" (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  import_id INTEGER NOT NULL REFERENCES imports (id) ON DELETE CASCADE,
  severity TEXT NOT NULL CHECK (severity IN ('error', 'warning', 'note')),
  code TEXT NOT NULL,
  -- JSON object.
  params TEXT NOT NULL,
  line INTEGER,
  column_name TEXT
) STRICT;

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

CREATE TABLE "imports" (
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

CREATE TABLE item_rules (
  -- Compared text: NFKC, lower case.
  contains TEXT PRIMARY KEY,
  -- null: a line that holds the text is for no item.
  item TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE judgement_changes (
  step_id INTEGER NOT NULL REFERENCES judgement_steps (id),
  position INTEGER NOT NULL,
  kind TEXT NOT NULL,
  key TEXT NOT NULL,
  -- JSON; null: there was, or is, none.
  before TEXT,
  after TEXT,
  PRIMARY KEY (step_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE judgement_steps (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  title TEXT NOT NULL,
  -- JSON object: what fills the title.
  params TEXT NOT NULL CHECK (json_valid(params)),
  -- UTC, ISO 8601.
  made_at TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('done', 'undone', 'dropped'))
) STRICT;

CREATE TABLE judgements (
  kind TEXT NOT NULL CHECK (kind IN ('decision', 'rule', 'pin', 'credit')),
  key TEXT NOT NULL,
  -- JSON object.
  body TEXT NOT NULL CHECK (json_valid(body)),
  PRIMARY KEY (kind, key)
) STRICT, WITHOUT ROWID;

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

CREATE TABLE mask_key (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  secret BLOB NOT NULL CHECK (length(secret) = 32)
) STRICT;

CREATE TABLE meters (
  id INTEGER PRIMARY KEY,
  sdk_app_id TEXT NOT NULL,
  item TEXT NOT NULL,
  source TEXT NOT NULL,
  granularity TEXT NOT NULL CHECK (granularity IN ('5-minute', 'day')),
  unit TEXT NOT NULL CHECK (unit IN ('seconds', 'minutes')),
  UNIQUE (sdk_app_id, item, source, granularity, unit)
) STRICT;

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

CREATE TABLE price_books_in_use (
  site TEXT PRIMARY KEY CHECK (site IN ('cn', 'intl')),
  hash TEXT NOT NULL REFERENCES price_books (hash)
) STRICT, WITHOUT ROWID;

CREATE TABLE quarantined_rows (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL,
  -- JSON object.
  params TEXT NOT NULL,
  line INTEGER NOT NULL,
  column_name TEXT,
  raw TEXT NOT NULL
) STRICT;

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

CREATE TABLE replacements (
  newer_id INTEGER NOT NULL REFERENCES imports (id) ON DELETE CASCADE,
  older_id INTEGER NOT NULL REFERENCES imports (id) ON DELETE CASCADE,
  chosen_at TEXT NOT NULL,
  PRIMARY KEY (newer_id, older_id)
) STRICT, WITHOUT ROWID;

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

CREATE TABLE row_corrections (
  id INTEGER PRIMARY KEY REFERENCES quarantined_rows (id) ON DELETE CASCADE,
  -- JSON: the cells, one for each column of the file.
  cells TEXT NOT NULL,
  corrected_by TEXT NOT NULL,
  -- UTC, ISO 8601.
  corrected_at TEXT NOT NULL
) STRICT;

CREATE TABLE row_dismissals (
  id INTEGER PRIMARY KEY REFERENCES quarantined_rows (id) ON DELETE CASCADE,
  reason TEXT NOT NULL,
  dismissed_by TEXT NOT NULL,
  dismissed_at TEXT NOT NULL
) STRICT;

CREATE TABLE run_causes (
  run_id INTEGER NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
  cause TEXT NOT NULL,
  position INTEGER NOT NULL,
  PRIMARY KEY (run_id, cause, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE run_charge_kinds (
  run_id INTEGER NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
  id INTEGER NOT NULL,
  sdk_app_id TEXT NOT NULL,
  item TEXT NOT NULL,
  -- id in run_rates.
  rate INTEGER NOT NULL,
  PRIMARY KEY (run_id, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE run_charge_pieces (
  run_id INTEGER NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
  -- Position of the first charge in the run; positions are dense from 0.
  first INTEGER NOT NULL,
  size INTEGER NOT NULL,
  -- Days as YYYYMMDD.
  period_start INTEGER NOT NULL,
  period_end INTEGER NOT NULL,
  charged_on INTEGER NOT NULL,
  -- JSON: for each charge [id in run_charge_kinds, seconds or null, metered minutes, their lower bound, trial
  -- minutes, package minutes, billable minutes, amount x 10^8 (as text from 2^53 on)]. Last, so that a walk over the
  -- pieces does not read it.
  charges TEXT NOT NULL,
  PRIMARY KEY (run_id, first)
) STRICT;

CREATE TABLE run_comparisons (
  run_id INTEGER NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  id TEXT NOT NULL,
  status TEXT NOT NULL,
  status_order INTEGER NOT NULL,
  discrepancy INTEGER NOT NULL CHECK (discrepancy IN (0, 1)),
  period_start TEXT NOT NULL,
  period_end TEXT NOT NULL,
  sdk_app_id TEXT,
  item TEXT,
  item_order INTEGER NOT NULL,
  expected_quantity TEXT,
  billed_quantity TEXT,
  expected_price TEXT,
  billed_price TEXT,
  expected_amount_e8 INTEGER NOT NULL,
  billed_amount_e8 INTEGER NOT NULL,
  difference_e8 INTEGER NOT NULL,
  magnitude_e8 INTEGER NOT NULL,
  tolerance TEXT NOT NULL,
  unexplained TEXT NOT NULL,
  -- JSON: [{cause, amount, evidence}].
  causes TEXT NOT NULL,
  -- JSON: positions in run_charges, ids in bill_lines.
  charge_positions TEXT NOT NULL,
  bill_line_ids TEXT NOT NULL,
  PRIMARY KEY (run_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE run_drawdowns (
  run_id INTEGER NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  day TEXT NOT NULL,
  start TEXT,
  sdk_app_id TEXT NOT NULL,
  item TEXT NOT NULL,
  source TEXT NOT NULL,
  raw_minutes INTEGER NOT NULL,
  ratio INTEGER NOT NULL,
  deducted INTEGER NOT NULL,
  balance_after INTEGER NOT NULL,
  PRIMARY KEY (run_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE run_inputs (
  run_id INTEGER NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  import_id INTEGER NOT NULL,
  path TEXT NOT NULL,
  file_name TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  profile TEXT NOT NULL,
  encoding TEXT NOT NULL,
  -- JSON: {rows, accepted, quarantined, duplicates, ignored}.
  tally TEXT NOT NULL,
  PRIMARY KEY (run_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE run_line_findings (
  run_id INTEGER NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
  line_id INTEGER NOT NULL,
  position INTEGER NOT NULL,
  severity TEXT NOT NULL CHECK (severity IN ('error', 'warning', 'note')),
  code TEXT NOT NULL,
  -- JSON object.
  params TEXT NOT NULL,
  PRIMARY KEY (run_id, line_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE run_other_lines (
  run_id INTEGER NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
  bucket TEXT NOT NULL,
  amount TEXT NOT NULL,
  -- JSON: ids in bill_lines.
  bill_line_ids TEXT NOT NULL,
  PRIMARY KEY (run_id, bucket)
) STRICT, WITHOUT ROWID;

CREATE TABLE run_rates (
  run_id INTEGER NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
  id INTEGER NOT NULL,
  price_id TEXT NOT NULL,
  era TEXT NOT NULL,
  list_price TEXT NOT NULL,
  discount TEXT NOT NULL,
  unit_price TEXT NOT NULL,
  contract_reference TEXT,
  PRIMARY KEY (run_id, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE runs (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  created_at TEXT NOT NULL,
  engine TEXT NOT NULL,
  price_book TEXT NOT NULL,
  -- Hash of everything the run depends on: imports, account, price book, period, engine.
  fingerprint TEXT NOT NULL,
  -- The account the run was made with, whole, as account.json.
  account TEXT NOT NULL,
  account_stated INTEGER NOT NULL CHECK (account_stated IN (0, 1)),
  policy TEXT NOT NULL,
  currency TEXT NOT NULL CHECK (currency IN ('CNY', 'USD')),
  -- Both null: everything.
  period_from TEXT,
  period_to TEXT,
  billed TEXT NOT NULL,
  expected TEXT NOT NULL,
  difference TEXT NOT NULL,
  explained TEXT NOT NULL,
  unexplained TEXT NOT NULL,
  other_lines TEXT NOT NULL,
  -- JSON: status -> number of comparisons.
  counts TEXT NOT NULL,
  -- JSON: [{cause, amount, comparisons}].
  bridge TEXT NOT NULL,
  -- JSON: the issues of the computation (those of the files stay with their imports).
  issues TEXT NOT NULL,
  CHECK ((period_from IS NULL) = (period_to IS NULL))
) STRICT;

CREATE TABLE saved_views (
  grid TEXT NOT NULL,
  name TEXT NOT NULL,
  view TEXT NOT NULL,
  PRIMARY KEY (grid, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE sign_offs (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  -- Both null: everything.
  period_from TEXT,
  period_to TEXT,
  act TEXT NOT NULL CHECK (act IN ('prepared', 'reviewed', 'reopened')),
  name TEXT NOT NULL,
  note TEXT NOT NULL,
  at TEXT NOT NULL,
  -- JSON object: everything that must not change while the seal stands.
  lock TEXT NOT NULL CHECK (json_valid(lock)),
  -- The end of the trail before this act.
  trail_seq INTEGER NOT NULL,
  trail_head TEXT NOT NULL,
  CHECK ((period_from IS NULL) = (period_to IS NULL))
) STRICT;

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

CREATE TABLE trail (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL,
  kind TEXT NOT NULL,
  -- Canonical JSON object.
  details TEXT NOT NULL,
  previous TEXT NOT NULL,
  sha256 TEXT NOT NULL
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

CREATE INDEX bill_lines_by_amount ON bill_lines (amount_e8) WHERE duplicate_of IS NULL;

CREATE INDEX bill_lines_by_app ON bill_lines (sdk_app_id) WHERE duplicate_of IS NULL;

CREATE INDEX bill_lines_by_bucket ON bill_lines (bucket) WHERE duplicate_of IS NULL;

CREATE INDEX bill_lines_by_day ON bill_lines (day) WHERE duplicate_of IS NULL;

CREATE INDEX bill_lines_by_item ON bill_lines (item) WHERE duplicate_of IS NULL;

CREATE INDEX import_issues_by_import ON import_issues (import_id, id);

CREATE INDEX import_profiles_by_header ON import_profiles (fingerprint);

CREATE INDEX imports_by_archive ON imports (part_of) WHERE part_of IS NOT NULL;

CREATE INDEX imports_by_bytes ON imports (sha256);

CREATE INDEX imports_by_month ON imports (month, basis, issue);

CREATE INDEX imports_by_size ON imports (size);

CREATE INDEX reports_by_hash ON reports (sha256);

CREATE UNIQUE INDEX run_comparisons_by_id ON run_comparisons (run_id, id);

CREATE INDEX run_discrepancies ON run_comparisons (run_id, position, difference_e8) WHERE discrepancy = 1;

CREATE INDEX run_discrepancies_by_magnitude ON run_comparisons (run_id, magnitude_e8, position) WHERE discrepancy = 1;

CREATE INDEX run_drawdowns_by_item ON run_drawdowns (run_id, sdk_app_id, item, day, position);

CREATE INDEX run_drawdowns_by_source ON run_drawdowns (run_id, source, day, position);

CREATE INDEX runs_by_period ON runs (period_from, period_to, id);

CREATE INDEX sign_offs_by_period ON sign_offs (period_from, period_to, id);

CREATE INDEX stated_deductions_by_package ON stated_deductions (package_id, day, id);
