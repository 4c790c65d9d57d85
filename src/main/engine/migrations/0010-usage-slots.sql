-- One row of a file may hold several measurements: a console export has a column for each tier.
--
-- Row r of such a file owns the ids import id x 2^32 + r x slots + slot, slot = 0 .. slots - 1, in every table;
-- where a column of the file is a measurement, its slot is the column's place. Files with one measurement per
-- row keep slots = 1, so nothing that was imported before changes.
ALTER TABLE imports ADD COLUMN slots INTEGER NOT NULL DEFAULT 1 CHECK (slots >= 1);

-- JSON object: what decides the meaning of the rows and stands not in them, but in the file's name or was
-- said by the user: the application, the service. The same bytes may be said to be two different things.
ALTER TABLE imports ADD COLUMN stated TEXT NOT NULL DEFAULT '{}';
