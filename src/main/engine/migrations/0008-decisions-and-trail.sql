-- What a person decided about the differences, in named steps that can be undone in order, and the trail of
-- everything that changed the workspace.

-- One fact that a person stated, by what it is about. A decision's key is the comparison's own id (period,
-- application, item), so it outlives every run, import and undo.
CREATE TABLE judgements (
  kind TEXT NOT NULL CHECK (kind IN ('decision', 'rule', 'pin', 'credit')),
  key TEXT NOT NULL,
  -- JSON object.
  body TEXT NOT NULL CHECK (json_valid(body)),
  PRIMARY KEY (kind, key)
) STRICT, WITHOUT ROWID;

-- The named history. Steps that were undone and then left behind by a new one are `dropped`, never deleted.
CREATE TABLE judgement_steps (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  title TEXT NOT NULL,
  -- JSON object: what fills the title.
  params TEXT NOT NULL CHECK (json_valid(params)),
  -- UTC, ISO 8601.
  made_at TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('done', 'undone', 'dropped'))
) STRICT;

CREATE TABLE judgement_changes (
  step_id INTEGER NOT NULL REFERENCES judgement_steps (id),
  position INTEGER NOT NULL,
  kind TEXT NOT NULL,
  key TEXT NOT NULL,
  -- JSON; null: there was, or is, none.
  before TEXT,
  after TEXT,
  PRIMARY KEY (step_id, position)
) STRICT, WITHOUT ROWID;

-- Files that were attached to decisions, by their content.
CREATE TABLE attachments (
  sha256 TEXT PRIMARY KEY,
  size INTEGER NOT NULL,
  added_at TEXT NOT NULL,
  content BLOB NOT NULL
) STRICT;

-- Each entry's hash covers its own content and the hash of the entry before it.
CREATE TABLE trail (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL,
  kind TEXT NOT NULL,
  -- Canonical JSON object.
  details TEXT NOT NULL,
  previous TEXT NOT NULL,
  sha256 TEXT NOT NULL
) STRICT;

CREATE TRIGGER trail_is_not_rewritten BEFORE UPDATE ON trail
BEGIN SELECT RAISE(ABORT, 'the trail is append-only'); END;
CREATE TRIGGER trail_is_not_shortened BEFORE DELETE ON trail
BEGIN SELECT RAISE(ABORT, 'the trail is append-only'); END;
CREATE TRIGGER trail_grows_at_its_end BEFORE INSERT ON trail
WHEN NEW.previous IS NOT coalesce(
       (SELECT sha256 FROM trail ORDER BY seq DESC LIMIT 1),
       '0000000000000000000000000000000000000000000000000000000000000000')
  OR NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM trail)
BEGIN SELECT RAISE(ABORT, 'the trail grows at its end only'); END;

-- Who prepared, reviewed or reopened a period, and what stood then. The latest row of a period says its state.
CREATE TABLE sign_offs (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  -- Both null: everything.
  period_from TEXT,
  period_to TEXT,
  act TEXT NOT NULL CHECK (act IN ('prepared', 'reviewed', 'reopened')),
  name TEXT NOT NULL,
  note TEXT NOT NULL,
  at TEXT NOT NULL,
  -- JSON object: everything that must not change while the seal stands.
  lock TEXT NOT NULL CHECK (json_valid(lock)),
  -- The end of the trail before this act.
  trail_seq INTEGER NOT NULL,
  trail_head TEXT NOT NULL,
  CHECK ((period_from IS NULL) = (period_to IS NULL))
) STRICT;

CREATE INDEX sign_offs_by_period ON sign_offs (period_from, period_to, id);
CREATE TRIGGER sign_offs_are_not_rewritten BEFORE UPDATE ON sign_offs
BEGIN SELECT RAISE(ABORT, 'sign-offs are append-only'); END;
CREATE TRIGGER sign_offs_are_not_deleted BEFORE DELETE ON sign_offs
BEGIN SELECT RAISE(ABORT, 'sign-offs are append-only'); END;
