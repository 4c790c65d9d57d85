-- The user's own rules for which item a bill line is for, asked before the ones that come with the program.
CREATE TABLE item_rules (
  -- Compared text: NFKC, lower case.
  contains TEXT PRIMARY KEY,
  -- null: a line that holds the text is for no item.
  item TEXT
) STRICT, WITHOUT ROWID;
