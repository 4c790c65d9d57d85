-- A run's charges are written in pieces of neighbours: they are only ever read from a position on, or all of them.
-- What a charge is for and priced by is one of a few, and is named by a number.
CREATE TABLE run_charge_kinds (
  run_id INTEGER NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
  id INTEGER NOT NULL,
  sdk_app_id TEXT NOT NULL,
  item TEXT NOT NULL,
  -- id in run_rates.
  rate INTEGER NOT NULL,
  PRIMARY KEY (run_id, id)
) STRICT, WITHOUT ROWID;

INSERT INTO run_charge_kinds
SELECT run_id, row_number() OVER (PARTITION BY run_id ORDER BY sdk_app_id, item, rate) - 1, sdk_app_id, item, rate
FROM (SELECT DISTINCT run_id, sdk_app_id, item, rate FROM run_charges);

-- Neighbouring charges of the same days.
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

INSERT INTO run_charge_pieces
WITH marked AS (
  SELECT c.*, k.id AS kind,
    (c.period_start, c.period_end, c.charged_on) IS NOT (
      lag(c.period_start) OVER run, lag(c.period_end) OVER run, lag(c.charged_on) OVER run) AS begins
  FROM run_charges c JOIN run_charge_kinds k
    ON k.run_id = c.run_id AND k.sdk_app_id = c.sdk_app_id AND k.item = c.item AND k.rate = c.rate
  WINDOW run AS (PARTITION BY c.run_id ORDER BY c.position)
),
cut AS (
  SELECT *, max(iif(begins, position, NULL)) OVER (PARTITION BY run_id ORDER BY position) AS start FROM marked
)
SELECT run_id, min(position), count(*), period_start, period_end, charged_on,
  '[' || group_concat(json_array(kind, seconds, metered_minutes, metered_minutes_low, trial_minutes,
    package_minutes, billable_minutes,
    iif(abs(amount_e8) > 9007199254740991, CAST(amount_e8 AS TEXT), amount_e8)), ',' ORDER BY position) || ']'
FROM cut GROUP BY run_id, start, (position - start) / 1000;

DROP TABLE run_charges;

-- Each charge as a row, for questions that are asked in SQL. It unpacks all pieces of a run; what is asked often, or
-- from a position on, is read by store/charge-pieces.ts.
CREATE VIEW run_charges AS
SELECT p.run_id, p.first + c.key AS position, p.period_start, p.period_end, p.charged_on, k.sdk_app_id, k.item,
  c.value ->> 1 AS seconds, c.value ->> 2 AS metered_minutes, c.value ->> 3 AS metered_minutes_low,
  c.value ->> 4 AS trial_minutes, c.value ->> 5 AS package_minutes, c.value ->> 6 AS billable_minutes, k.rate,
  CAST(c.value ->> 7 AS INTEGER) AS amount_e8
FROM run_charge_pieces p CROSS JOIN json_each(p.charges) c
CROSS JOIN run_charge_kinds k ON k.run_id = p.run_id AND k.id = c.value ->> 0;
