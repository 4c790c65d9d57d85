-- Bill lines are shown by page in the order a person chooses: one index per offered order (the row id ends
-- each of them), over counted lines only. Bills are small beside usage, so an import hardly feels them.
CREATE INDEX bill_lines_by_day ON bill_lines (day) WHERE duplicate_of IS NULL;
CREATE INDEX bill_lines_by_bucket ON bill_lines (bucket) WHERE duplicate_of IS NULL;
CREATE INDEX bill_lines_by_app ON bill_lines (sdk_app_id) WHERE duplicate_of IS NULL;
CREATE INDEX bill_lines_by_item ON bill_lines (item) WHERE duplicate_of IS NULL;
CREATE INDEX bill_lines_by_amount ON bill_lines (amount_e8) WHERE duplicate_of IS NULL;

-- What a run found about single lines of the bill, to be shown beside them.
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

-- Runs made before this step kept no findings by line: they count as out of date and are made again.
UPDATE runs SET fingerprint = 'before findings by line';
