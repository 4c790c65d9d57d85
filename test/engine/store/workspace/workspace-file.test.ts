import Database from 'better-sqlite3';
import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { MIGRATIONS } from '../../../../src/main/engine/migrations/steps';
import { backUp } from '../../../../src/main/engine/store/workspace/backup';
import { listBackups } from '../../../../src/main/engine/store/workspace/backup-ring';
import { copyWorkspace } from '../../../../src/main/engine/store/workspace/copy-workspace';
import { storeAccount, storedAccount } from '../../../../src/main/engine/store/accounts';
import { listImports } from '../../../../src/main/engine/store/imports/imports';
import { usageSeries } from '../../../../src/main/engine/store/evidence/usage';
import {
  APPLICATION_ID,
  openWorkspace,
} from '../../../../src/main/engine/store/workspace/workspace-file';
import { FIXTURES, imported, newWorkspace, opened, temporaryFolder } from '../../workspace';

const DAILY = join(FIXTURES, 'cn_usage_detail_rav_daily.csv');
const errorOf = (path: string, mode: 'open' | 'create' = 'open') => {
  const result = openWorkspace(path, mode);
  if (result.ok) {
    result.value.close();
    return null;
  }
  return result.error.code;
};

describe('a workspace file', () => {
  it('is made with the settings that keep money safe', () => {
    const { writable, readable } = newWorkspace();
    const ask = (db: typeof readable, pragma: string) =>
      Object.values(db.prepare<Record<string, unknown>>(`PRAGMA ${pragma}`).get() ?? {})[0];
    expect(ask(writable, 'journal_mode')).toBe('wal');
    expect(ask(writable, 'synchronous')).toBe(2n);
    expect(ask(writable, 'foreign_keys')).toBe(1n);
    expect(ask(writable, 'application_id')).toBe(BigInt(APPLICATION_ID));
    expect(ask(writable, 'user_version')).toBe(BigInt(MIGRATIONS.length));
    expect(ask(writable, 'busy_timeout')).toBe(5000n);
    expect(ask(readable, 'query_only')).toBe(1n);
  });

  it('keeps everything over a close', async () => {
    const path = join(temporaryFolder(), 'a.recount');
    const first = opened(path, 'create');
    await imported(first, DAILY);
    storeAccount(first.writable, '{"site":"cn"}', '2023-07-01T00:00:00Z');
    const series = usageSeries(first.readable, null);
    first.close();
    const second = opened(path);
    expect(usageSeries(second.readable, null)).toEqual(series);
    expect(storedAccount(second.readable)).toBe('{"site":"cn"}');
    expect(listBackups(path)).toEqual([]);
  });

  it('keeps whole numbers exact beyond what a plain number holds', () => {
    const { writable } = newWorkspace();
    const big = 2n ** 53n + 1n;
    expect(writable.prepare<{ n: bigint }>('SELECT ? AS n').get(big)?.n).toBe(big);
  });

  it('lets nobody write through the connection for queries', () => {
    const { readable } = newWorkspace();
    expect(() => readable.prepare('DELETE FROM imports').all()).toThrow();
    const write = readable.prepare("INSERT INTO account VALUES (1, '{}', '') RETURNING id");
    expect(() => write.all()).toThrow(/readonly/);
  });
});

describe('opening', () => {
  it.each([
    ['workspace-missing', (path: string) => path],
    ['workspace-missing', (path: string) => (mkdirSync(path), path)],
    [
      'workspace-not-recount',
      (path: string) => (writeFileSync(path, 'a letter, '.repeat(2000)), path),
    ],
    [
      'workspace-not-recount',
      (path: string) => (new Database(path).exec('CREATE TABLE t (x)').close(), path),
    ],
    ['workspace-not-recount', (path: string) => (writeFileSync(path, ''), path)],
  ])('refuses with %s', (code, make) => {
    expect(errorOf(make(join(temporaryFolder(), 'x.recount')))).toBe(code);
  });

  it('leaves a foreign database exactly as it was', () => {
    const path = join(temporaryFolder(), 'photos.db');
    new Database(path).exec('CREATE TABLE photos (x)').close();
    const before = readFileSync(path);
    expect(errorOf(path)).toBe('workspace-not-recount');
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(readdirSync(join(path, '..'))).toEqual(['photos.db']);
  });

  it('refuses a file from a newer version, and says which', () => {
    const path = join(temporaryFolder(), 'newer.recount');
    opened(path, 'create').close();
    const db = new Database(path);
    db.pragma(`user_version = ${MIGRATIONS.length + 7}`);
    db.close();
    expect(openWorkspace(path, 'open')).toMatchObject({
      ok: false,
      error: {
        code: 'workspace-newer',
        params: { version: MIGRATIONS.length + 7, known: MIGRATIONS.length },
      },
    });
  });

  it('refuses a damaged file', async () => {
    const path = join(temporaryFolder(), 'damaged.recount');
    const open = opened(path, 'create');
    await imported(open, DAILY);
    open.close();
    const bytes = readFileSync(path);
    bytes.fill(0x5a, 4096 * 3, 4096 * 8);
    writeFileSync(path, bytes);
    expect(errorOf(path)).toBe('workspace-damaged');
    truncateSync(path, 4096 * 2);
    expect(errorOf(path)).toBe('workspace-damaged');
  });

  it('says that another program holds the file', () => {
    const path = join(temporaryFolder(), 'held.recount');
    opened(path, 'create').close();
    const other = new Database(path);
    other.pragma('locking_mode = EXCLUSIVE');
    other.exec('BEGIN EXCLUSIVE');
    expect(errorOf(path)).toBe('workspace-locked');
    other.close();
  });
});

describe('making a new one', () => {
  it('refuses a folder that is not there, and a name that is taken', () => {
    const folder = temporaryFolder();
    expect(errorOf(join(folder, 'none', 'x.recount'), 'create')).toBe('folder-missing');
    writeFileSync(join(folder, 'taken.recount'), 'mine');
    expect(errorOf(join(folder, 'taken.recount'), 'create')).toBe('workspace-exists');
    expect(readFileSync(join(folder, 'taken.recount'), 'utf8')).toBe('mine');
  });
});

/** Runs `work` as a user who owns nothing: as root every folder can be written to. */
function asNobody<T>(work: () => T): T {
  if (process.geteuid?.() !== 0 || !process.seteuid) return work();
  process.seteuid(65_534);
  try {
    return work();
  } finally {
    process.seteuid(0);
  }
}

describe('without the right to write', () => {
  it('refuses to make a workspace in that folder', () => {
    const folder = temporaryFolder();
    chmodSync(folder, 0o555);
    expect(asNobody(() => errorOf(join(folder, 'x.recount'), 'create'))).toBe('folder-read-only');
    expect(readdirSync(folder)).toEqual([]);
    chmodSync(folder, 0o755);
  });

  it('refuses to open a workspace that could not be kept', () => {
    const folder = temporaryFolder();
    const path = join(folder, 'x.recount');
    opened(path, 'create').close();
    chmodSync(path, 0o444);
    chmodSync(folder, 0o555);
    const before = readFileSync(path);
    expect(asNobody(() => errorOf(path))).toBe('workspace-read-only');
    expect(readFileSync(path).equals(before)).toBe(true);
    chmodSync(folder, 0o755);
  });
});

describe('a file of an older version', () => {
  it('is brought up to date, after a complete backup', async () => {
    const path = join(temporaryFolder(), 'old.recount');
    const db = new Database(path);
    db.pragma(`application_id = ${APPLICATION_ID}`);
    db.exec(MIGRATIONS[0]?.sql ?? '');
    db.pragma('user_version = 1');
    db.prepare('INSERT INTO account VALUES (1, \'{"name":"old"}\', \'\')').run();
    db.close();
    const open = opened(path);
    expect(storedAccount(open.readable)).toBe('{"name":"old"}');
    await imported(open, DAILY);
    const [backup] = listBackups(path);
    expect(backup).toMatchObject({ reason: 'before-update' });
    const copy = new Database(backup?.path ?? '', { readonly: true });
    expect(Number(copy.pragma('user_version', { simple: true }))).toBe(1);
    expect(copy.prepare('SELECT json FROM account').pluck().get()).toBe('{"name":"old"}');
    copy.close();
  });
});

describe('a copy', () => {
  it('holds the same rows and opens by itself', async () => {
    const open = newWorkspace();
    await imported(open, DAILY);
    const target = join(temporaryFolder(), 'copy.recount');
    expect(copyWorkspace(open, target).ok).toBe(true);
    const copy = opened(target);
    expect(usageSeries(copy.readable, null)).toEqual(usageSeries(open.readable, null));
    expect(listImports(copy.readable)).toEqual(listImports(open.readable));
  });

  it('is not taken for good when it is not whole', () => {
    const folder = temporaryFolder();
    const db = new Database(join(folder, 'x.db'));
    db.exec('CREATE TABLE t (x); INSERT INTO t VALUES (1)');
    expect(() => backUp(db, join(folder, 'nowhere', 'x.db'))).toThrow();
    db.close();
  });
});
