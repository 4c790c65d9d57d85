import Database from 'better-sqlite3';
import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MIGRATIONS } from '../../../src/main/engine/migrations/steps';
import { TABLES_OF_ROWS } from '../../../src/main/engine/store/workspace/row-id';
import { engineClient } from '../../support/engine-client';
import { newWorkspace, temporaryFolder } from '../workspace';

const PAGE = 4096;

/** Two daily files of 2,000 rows each, far apart in the file, and an account. */
async function workspaceOfTwo() {
  const { engine, ask, importFiles } = engineClient();
  const folder = temporaryFolder('kept');
  const path = join(folder, 'whole.recount');
  await ask('workspace.create', { path });
  await ask('account.set', { json: '{"name":"Example Co","site":"cn"}' });
  await importFiles(['may', 'june'].map((name, index) => usageFile(folder, name, 5 + index)));
  await engine.close();
  return { folder, path };
}

function usageFile(folder: string, name: string, month: number): string {
  const path = join(folder, `${name}.csv`);
  const rows = Array.from({ length: 2000 }, (_, index) => {
    const day = `2023/${month}/${1 + (index % 28)}`;
    return `${day},${1400000000 + Math.floor(index / 28)},语音,${60 + index},秒`;
  });
  writeFileSync(path, ['日期,SdkAppId,属性,标准用量,用量单位', ...rows].join('\n'));
  return path;
}

/** The pages that hold the rows of a table. */
function pagesOf(path: string, table: string): number[] {
  const db = new Database(path, { readonly: true });
  try {
    return db
      .prepare<[string], { pageno: number }>(
        "SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'leaf' ORDER BY pageno",
      )
      .all(table)
      .map(({ pageno }) => pageno);
  } finally {
    db.close();
  }
}

describe('the list of tables that hold rows of files', () => {
  it('is complete: every other table with an id of its own is named here', () => {
    const { readable } = newWorkspace();
    const keyed = readable
      .prepare<{ name: string }>(
        `SELECT t.name FROM sqlite_schema t WHERE t.type = 'table' AND t.sql NOT LIKE '%AUTOINCREMENT%'
         AND EXISTS (SELECT 1 FROM pragma_table_info(t.name) c WHERE c.name = 'id' AND c.pk = 1)`,
      )
      .all()
      .map(({ name }) => name);
    const others = ['account', 'evidence_writes', 'import_issues', 'mask_key', 'meters'];
    expect(keyed.filter((name) => !others.includes(name)).toSorted()).toEqual(
      [...TABLES_OF_ROWS].toSorted(),
    );
    expect(MIGRATIONS.length).toBeGreaterThan(0);
  });
});

describe('salvaging', () => {
  it('keeps a file whole or takes it out, and names it', async () => {
    const { folder, path } = await workspaceOfTwo();
    const damaged = join(folder, 'damaged.recount');
    const bytes = readFileSync(path);
    const pages = pagesOf(path, 'usage_rows');
    const victim = pages.at(-1) ?? 0;
    bytes.fill(0xff, (victim - 1) * PAGE, victim * PAGE);
    writeFileSync(damaged, bytes);
    const { engine, ask, refusal, imports } = engineClient();
    expect(await refusal('workspace.open', { path: damaged })).toMatchObject({
      code: 'workspace-damaged',
    });
    const target = join(folder, 'salvaged.recount');
    const found = await ask('backups.salvage', { path: damaged, target });
    expect(found).toMatchObject({
      kept: ['may.csv'],
      lost: ['june.csv'],
      accountKept: true,
      tablesDamaged: ['usage_rows'],
    });
    expect(readFileSync(damaged).equals(bytes)).toBe(true);
    const [may] = await imports();
    expect(may).toMatchObject({ fileName: 'may.csv', accepted: 2000, duplicates: 0 });
    // The file that was lost can simply be imported again.
    await ask('imports.start', { paths: [join(folder, 'june.csv')] });
    await engine.close();
  });

  it('reads on where the table of contents itself is damaged, as far as that can be read', async () => {
    const { folder, path } = await workspaceOfTwo();
    const compact = new Database(path);
    const damaged = join(folder, 'damaged.recount');
    compact.prepare('VACUUM INTO ?').run(damaged);
    compact.close();
    const bytes = readFileSync(damaged);
    const victim = pagesOf(damaged, 'sqlite_schema').at(-1) ?? 0;
    expect(victim).toBeGreaterThan(1);
    bytes.fill(0xff, (victim - 1) * PAGE, victim * PAGE);
    writeFileSync(damaged, bytes);
    const { engine, ask } = engineClient();
    const found = await ask('backups.salvage', {
      path: damaged,
      target: join(folder, 'new.recount'),
    });
    expect(found).toMatchObject({ kept: ['may.csv', 'june.csv'], lost: [], accountKept: true });
    await engine.close();
  });

  it('never counts half of a file, wherever the damage is', async () => {
    const { folder, path } = await workspaceOfTwo();
    const whole = readFileSync(path);
    const pageCount = whole.length / PAGE;
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 2, max: pageCount }), fc.nat(), async (page, seed) => {
        const bytes = Buffer.from(whole);
        for (let at = (page - 1) * PAGE; at < page * PAGE; at++) bytes[at] = (at * 31 + seed) & 255;
        const damaged = join(folder, 'random.recount');
        writeFileSync(damaged, bytes);
        const target = join(temporaryFolder(), 'salvaged.recount');
        const { engine } = engineClient();
        const answer = await engine.transport.invoke('backups.salvage', { path: damaged, target });
        if (answer.ok) {
          await engine.close();
          const db = new Database(target, { readonly: true });
          const counted = db
            .prepare<[], { rows: number; held: number }>(
              `SELECT i.rows, (SELECT count(*) FROM usage_rows u WHERE u.id / 4294967296 = i.id) AS held
               FROM imports i`,
            )
            .all();
          for (const { rows, held } of counted) expect(held).toBe(rows);
          expect(db.pragma('foreign_key_check')).toEqual([]);
          expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
          db.close();
        } else {
          expect(answer.error.code).toBe('workspace-damaged');
          expect(existsSync(target)).toBe(false);
        }
        await engine.close();
      }),
      { numRuns: 25 },
    );
  });

  it('refuses a target that is there, and what is no workspace at all', async () => {
    const { engine, refusal } = engineClient();
    const folder = temporaryFolder();
    const text = join(folder, 'text.recount');
    writeFileSync(text, 'no database'.repeat(1000));
    expect(
      await refusal('backups.salvage', { path: text, target: join(folder, 'new.recount') }),
    ).toMatchObject({ code: 'workspace-damaged' });
    copyFileSync(text, join(folder, 'there.recount'));
    expect(
      await refusal('backups.salvage', { path: text, target: join(folder, 'there.recount') }),
    ).toMatchObject({ code: 'workspace-exists' });
    await engine.close();
  });
});
