-- Sixteen orders of the comparisons were written with every run. Orders are made by the grid from its columns now
-- (grid/row-orders.ts), when somebody asks for one. What is left is what a first page is read along: the discrepancies
-- as they were computed, with what they add up to, and the largest of them first.
DROP INDEX run_comparisons_by_app;
DROP INDEX run_comparisons_by_item;
DROP INDEX run_comparisons_by_status;
DROP INDEX run_comparisons_by_expected;
DROP INDEX run_comparisons_by_billed;
DROP INDEX run_comparisons_by_difference;
DROP INDEX run_comparisons_by_magnitude;
DROP INDEX run_comparisons_by_day;

DROP INDEX run_discrepancies_by_app;
DROP INDEX run_discrepancies_by_item;
DROP INDEX run_discrepancies_by_status;
DROP INDEX run_discrepancies_by_expected;
DROP INDEX run_discrepancies_by_billed;
DROP INDEX run_discrepancies_by_difference;

DROP INDEX run_discrepancies;
CREATE INDEX run_discrepancies ON run_comparisons (run_id, position, difference_e8) WHERE discrepancy = 1;
