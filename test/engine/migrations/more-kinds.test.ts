import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { migrate } from '../../../src/main/engine/migrations/migrate';
import { MIGRATIONS } from '../../../src/main/engine/migrations/steps';

const BEFORE = MIGRATIONS.findIndex(({ name }) => name.endsWith('evidence-beside-the-bill'));

/** A workspace of before: two imports with issues and a bill line, one import taken back. */
function oldWorkspace(): Database.Database {
  const db = new Database(':memory:');
  db.pragma('foreign_keys = ON');
  migrate(db, MIGRATIONS.slice(0, BEFORE));
  const insert = db.prepare(
    `INSERT INTO imports (path, file_name, sha256, size, container, sheet, encoding, delimiter,
       header_line, kind, profile, columns, rows, accepted, quarantined, duplicates, ignored,
       first_day, last_day, apps, imported_at, state)
     VALUES (?, ?, ?, 1, 'csv', NULL, 'utf-8', ',', 1, ?, 'p', '[]', 3, 1, 1, 0, 1, 20230601,
       20230602, 1, '2023-07-01T00:00:00Z', ?)`,
  );
  insert.run('/a', 'a.csv', 'aa', 'usage', 'live');
  insert.run('/b', 'b.csv', 'bb', 'bill', 'undone');
  const issue = db.prepare(
    `INSERT INTO import_issues (import_id, severity, code, params, line, column_name)
     VALUES (?, 'note', ?, '{"count":1}', 7, 'x')`,
  );
  for (const [id, code] of [
    [1, 'rows-total'],
    [2, 'id-damaged'],
    [1, 'rows-blank'],
  ] as const)
    issue.run(id, code);
  return db;
}

describe('a workspace made before there were other kinds of files', () => {
  it('keeps every import and every issue, in their order', () => {
    const db = oldWorkspace();
    const imports = db.prepare('SELECT * FROM imports ORDER BY id').all();
    const issues = db.prepare('SELECT * FROM import_issues ORDER BY id').all();
    expect(issues).toHaveLength(3);
    migrate(db, MIGRATIONS);
    expect(db.prepare('SELECT * FROM imports ORDER BY id').all()).toMatchObject(imports);
    expect(db.prepare('SELECT * FROM import_issues ORDER BY id').all()).toEqual(issues);
    expect(db.pragma('foreign_key_check')).toEqual([]);
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
  });

  it('goes on counting its imports, takes new kinds and still holds every row to account', () => {
    const db = oldWorkspace();
    migrate(db, MIGRATIONS);
    const insert = (accepted: number) =>
      db
        .prepare(
          `INSERT INTO imports (path, file_name, sha256, size, container, encoding, delimiter,
             header_line, kind, profile, columns, rows, accepted, quarantined, duplicates, ignored,
             apps, imported_at, state)
           VALUES ('/c', 'c', 'cc', 1, 'csv', 'utf-8', ',', 1, 'totals', 'p', '[]', 3, ?, 0, 0, 0, 0,
             '', 'live')`,
        )
        .run(accepted).lastInsertRowid;
    expect(insert(3)).toBe(3);
    expect(() => insert(2)).toThrow(/CHECK constraint failed/);
    db.prepare('DELETE FROM imports WHERE id = 1').run();
    expect(db.prepare('SELECT import_id FROM import_issues').all()).toEqual([{ import_id: 2 }]);
    // Ids are never used again, whatever was deleted: rows are told by them.
    db.prepare('DELETE FROM imports WHERE id = 3').run();
    expect(insert(3)).toBe(4);
  });
});
