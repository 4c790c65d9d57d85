-- A run's charges name what they were priced by instead of repeating it: a few dozen rates stand for hundreds of
-- thousands of charges. The id of a charge is `<period_start>/<sdk_app_id>/<item>` and is not kept again.
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

INSERT INTO run_rates
SELECT run_id, row_number() OVER (PARTITION BY run_id ORDER BY price_id, unit_price, contract_reference) - 1,
  price_id, era, list_price, discount, unit_price, contract_reference
FROM (
  SELECT DISTINCT run_id, price_id, era, list_price, discount, unit_price, contract_reference FROM run_charges
);

CREATE TABLE run_charges_by_rate (
  run_id INTEGER NOT NULL REFERENCES runs (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  -- Days as YYYYMMDD.
  period_start INTEGER NOT NULL,
  period_end INTEGER NOT NULL,
  charged_on INTEGER NOT NULL,
  sdk_app_id TEXT NOT NULL,
  item TEXT NOT NULL,
  seconds INTEGER,
  metered_minutes INTEGER NOT NULL,
  metered_minutes_low INTEGER NOT NULL,
  trial_minutes INTEGER NOT NULL,
  package_minutes INTEGER NOT NULL,
  billable_minutes INTEGER NOT NULL,
  -- id in run_rates.
  rate INTEGER NOT NULL,
  amount_e8 INTEGER NOT NULL,
  PRIMARY KEY (run_id, position)
) STRICT, WITHOUT ROWID;

INSERT INTO run_charges_by_rate
SELECT c.run_id, c.position, CAST(replace(c.period_start, '-', '') AS INTEGER),
  CAST(replace(c.period_end, '-', '') AS INTEGER), CAST(replace(c.charged_on, '-', '') AS INTEGER),
  c.sdk_app_id, c.item, c.seconds, c.metered_minutes, c.metered_minutes_low, c.trial_minutes,
  c.package_minutes, c.billable_minutes, r.id, c.amount_e8
FROM run_charges c JOIN run_rates r ON r.run_id = c.run_id AND r.price_id = c.price_id AND r.era = c.era
  AND r.list_price = c.list_price AND r.discount = c.discount AND r.unit_price = c.unit_price
  AND r.contract_reference IS c.contract_reference;

DROP TABLE run_charges;
ALTER TABLE run_charges_by_rate RENAME TO run_charges;
