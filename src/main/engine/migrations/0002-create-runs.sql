-- An audit run, kept so that it can be shown, compared and checked later. Amounts that are sorted or
-- summed are integers x 10^8; everything else is the decimal text of the computation.

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

CREATE INDEX runs_by_period ON runs (period_from, period_to, id);

-- Which files, byte for byte, the run stands on.
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

CREATE TABLE run_charges (
  run_id INTEGER NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  id TEXT NOT NULL,
  period_start TEXT NOT NULL,
  period_end TEXT NOT NULL,
  charged_on TEXT NOT NULL,
  sdk_app_id TEXT NOT NULL,
  item TEXT NOT NULL,
  seconds INTEGER,
  metered_minutes INTEGER NOT NULL,
  metered_minutes_low INTEGER NOT NULL,
  trial_minutes INTEGER NOT NULL,
  package_minutes INTEGER NOT NULL,
  billable_minutes INTEGER NOT NULL,
  price_id TEXT NOT NULL,
  era TEXT NOT NULL,
  list_price TEXT NOT NULL,
  discount TEXT NOT NULL,
  unit_price TEXT NOT NULL,
  amount_e8 INTEGER NOT NULL,
  contract_reference TEXT,
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

CREATE INDEX run_drawdowns_by_item ON run_drawdowns (run_id, sdk_app_id, item, day, position);

-- Positions follow (period, application, item), the order of the computation.
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

-- One index per offered order, so that a page of 400,000 rows is read, never sorted; and the same
-- orders once more over the discrepancies alone, which are few.
CREATE UNIQUE INDEX run_comparisons_by_id ON run_comparisons (run_id, id);
CREATE INDEX run_comparisons_by_app ON run_comparisons (run_id, sdk_app_id, position);
CREATE INDEX run_comparisons_by_item ON run_comparisons (run_id, item_order, position);
CREATE INDEX run_comparisons_by_status ON run_comparisons (run_id, status_order, position);
CREATE INDEX run_comparisons_by_expected ON run_comparisons (run_id, expected_amount_e8, position);
CREATE INDEX run_comparisons_by_billed ON run_comparisons (run_id, billed_amount_e8, position);
CREATE INDEX run_comparisons_by_difference ON run_comparisons (run_id, difference_e8, position);
CREATE INDEX run_comparisons_by_magnitude ON run_comparisons (run_id, magnitude_e8, position);

CREATE INDEX run_discrepancies ON run_comparisons (run_id, position) WHERE discrepancy = 1;
CREATE INDEX run_discrepancies_by_app ON run_comparisons (run_id, sdk_app_id, position) WHERE discrepancy = 1;
CREATE INDEX run_discrepancies_by_item ON run_comparisons (run_id, item_order, position) WHERE discrepancy = 1;
CREATE INDEX run_discrepancies_by_status ON run_comparisons (run_id, status_order, position) WHERE discrepancy = 1;
CREATE INDEX run_discrepancies_by_expected ON run_comparisons (run_id, expected_amount_e8, position) WHERE discrepancy = 1;
CREATE INDEX run_discrepancies_by_billed ON run_comparisons (run_id, billed_amount_e8, position) WHERE discrepancy = 1;
CREATE INDEX run_discrepancies_by_difference ON run_comparisons (run_id, difference_e8, position) WHERE discrepancy = 1;
CREATE INDEX run_discrepancies_by_magnitude ON run_comparisons (run_id, magnitude_e8, position) WHERE discrepancy = 1;

CREATE TABLE run_causes (
  run_id INTEGER NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
  cause TEXT NOT NULL,
  position INTEGER NOT NULL,
  PRIMARY KEY (run_id, cause, position)
) STRICT, WITHOUT ROWID;

-- Buckets beside the settlement: listed and summed, never a mismatch.
CREATE TABLE run_other_lines (
  run_id INTEGER NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
  bucket TEXT NOT NULL,
  amount TEXT NOT NULL,
  -- JSON: ids in bill_lines.
  bill_line_ids TEXT NOT NULL,
  PRIMARY KEY (run_id, bucket)
) STRICT, WITHOUT ROWID;
