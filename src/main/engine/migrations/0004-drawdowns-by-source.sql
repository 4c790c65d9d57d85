-- The ledger of one trial or package, day by day.
CREATE INDEX run_drawdowns_by_source ON run_drawdowns (run_id, source, day, position);
