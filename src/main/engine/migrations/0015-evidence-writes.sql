-- How often anything was written that an audit reads of the files: which of them count, their rows, their text. Two
-- equal numbers say that usage and bill are the same as before, without a look at any row. The number is written in
-- the transaction of what it counts, so it is seen with it or not at all, whichever program writes.
--
-- Inserted rows of usage have no trigger, which would cost an import of a million rows a tenth of its time:
-- store/import-writer.ts, the one place that inserts them, counts itself.
CREATE TABLE evidence_writes (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  writes INTEGER NOT NULL
) STRICT;

INSERT INTO evidence_writes VALUES (1, 0);

CREATE TRIGGER imports_added AFTER INSERT ON imports
BEGIN INSERT INTO evidence_writes VALUES (1, 1) ON CONFLICT (id) DO UPDATE SET writes = writes + 1; END;
CREATE TRIGGER imports_changed AFTER UPDATE ON imports
BEGIN INSERT INTO evidence_writes VALUES (1, 1) ON CONFLICT (id) DO UPDATE SET writes = writes + 1; END;
CREATE TRIGGER imports_removed AFTER DELETE ON imports
BEGIN INSERT INTO evidence_writes VALUES (1, 1) ON CONFLICT (id) DO UPDATE SET writes = writes + 1; END;
CREATE TRIGGER usage_rows_changed AFTER UPDATE ON usage_rows
BEGIN INSERT INTO evidence_writes VALUES (1, 1) ON CONFLICT (id) DO UPDATE SET writes = writes + 1; END;
CREATE TRIGGER usage_rows_removed AFTER DELETE ON usage_rows
BEGIN INSERT INTO evidence_writes VALUES (1, 1) ON CONFLICT (id) DO UPDATE SET writes = writes + 1; END;
CREATE TRIGGER bill_lines_added AFTER INSERT ON bill_lines
BEGIN INSERT INTO evidence_writes VALUES (1, 1) ON CONFLICT (id) DO UPDATE SET writes = writes + 1; END;
CREATE TRIGGER bill_lines_changed AFTER UPDATE ON bill_lines
BEGIN INSERT INTO evidence_writes VALUES (1, 1) ON CONFLICT (id) DO UPDATE SET writes = writes + 1; END;
CREATE TRIGGER bill_lines_removed AFTER DELETE ON bill_lines
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
CREATE TRIGGER item_rules_added AFTER INSERT ON item_rules
BEGIN INSERT INTO evidence_writes VALUES (1, 1) ON CONFLICT (id) DO UPDATE SET writes = writes + 1; END;
CREATE TRIGGER item_rules_changed AFTER UPDATE ON item_rules
BEGIN INSERT INTO evidence_writes VALUES (1, 1) ON CONFLICT (id) DO UPDATE SET writes = writes + 1; END;
CREATE TRIGGER item_rules_removed AFTER DELETE ON item_rules
BEGIN INSERT INTO evidence_writes VALUES (1, 1) ON CONFLICT (id) DO UPDATE SET writes = writes + 1; END;
