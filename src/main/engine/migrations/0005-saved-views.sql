-- Views of a grid that a person named: what it showed, in which order, with which columns. They travel with
-- the workspace. `view` is JSON in the shape of shared/contract/views.ts, read leniently: a view of a later
-- version that says more is shown as far as it is understood.
CREATE TABLE saved_views (
  grid TEXT NOT NULL,
  name TEXT NOT NULL,
  view TEXT NOT NULL,
  PRIMARY KEY (grid, name)
) STRICT, WITHOUT ROWID;

-- Comparisons are grouped by their first day; groups by application, item and status follow indices that are there.
CREATE INDEX run_comparisons_by_day ON run_comparisons (run_id, period_start);
