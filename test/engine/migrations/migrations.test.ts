import Database from 'better-sqlite3';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { migrate, schemaVersion } from '../../../src/main/engine/migrations/migrate';
import { MIGRATIONS, type MigrationStep } from '../../../src/main/engine/migrations/steps';

const HERE = import.meta.dirname;
const database = () => new Database(':memory:');

/** The schema as SQLite keeps it, one statement per paragraph. */
function schemaOf(db: Database.Database): string {
  return `${db
    .prepare<[], { sql: string }>(
      "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY type DESC, name",
    )
    .all()
    .map((row) => `${row.sql};`)
    .join('\n\n')}\n`;
}

describe('the migrations', () => {
  it('are numbered without a gap', () => {
    expect(MIGRATIONS.map((step) => step.version)).toEqual(MIGRATIONS.map((_, index) => index + 1));
    expect(MIGRATIONS[0]?.name).toBe('0001-create-imports');
  });

  /**
   * A step that was shipped is never edited: files out there have it behind them. The hashes of a release's
   * steps are added to shipped.json with that release; until then a step may still change.
   */
  it('that were shipped have not been edited', () => {
    const shipped = JSON.parse(readFileSync(join(HERE, 'shipped.json'), 'utf8')) as Record<
      string,
      string
    >;
    const hashes = Object.fromEntries(
      MIGRATIONS.map((step) => [step.name, createHash('sha256').update(step.sql).digest('hex')]),
    );
    expect(hashes).toMatchObject(shipped);
  });

  it('end in the schema that schema.sql shows', async () => {
    const db = database();
    migrate(db, MIGRATIONS);
    await expect(schemaOf(db)).toMatchFileSnapshot(join(HERE, 'schema.sql'));
  });

  it('do nothing a second time', () => {
    const db = database();
    migrate(db, MIGRATIONS);
    const before = schemaOf(db);
    migrate(db, MIGRATIONS);
    expect(schemaOf(db)).toBe(before);
    expect(schemaVersion(db)).toBe(MIGRATIONS.length);
  });

  it('move the version with the step or not at all', () => {
    const db = database();
    const steps: MigrationStep[] = [
      { version: 1, name: '0001-good', sql: 'CREATE TABLE a (x INTEGER) STRICT;' },
      {
        version: 2,
        name: '0002-bad',
        sql: 'CREATE TABLE b (x INTEGER) STRICT; CREATE TABLE a (x);',
      },
    ];
    expect(() => migrate(db, steps)).toThrow(/already exists/);
    expect(schemaVersion(db)).toBe(1);
    expect(schemaOf(db)).toBe('CREATE TABLE a (x INTEGER) STRICT;\n');
  });

  it('refuse a list with a gap', () => {
    const steps: MigrationStep[] = [{ version: 2, name: '0002-alone', sql: 'SELECT 1;' }];
    expect(() => migrate(database(), steps)).toThrow(/is not number 1/);
  });
});
