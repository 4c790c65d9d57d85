import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { engineClient } from '../../support/engine-client';
import { temporaryFolder } from '../workspace';

describe('workspaces', () => {
  it('that are temporary are gone when they are closed', async () => {
    const { engine, ask } = engineClient();
    const { path } = await ask('workspace.create', { path: null });
    expect(existsSync(path)).toBe(true);
    await engine.close();
    expect(existsSync(dirname(path))).toBe(false);
  });

  it('are never overwritten by a new one', async () => {
    const { engine, ask, refusal } = engineClient();
    const path = join(temporaryFolder(), 'a.recount');
    writeFileSync(path, 'mine');
    expect(await refusal('workspace.create', { path })).toMatchObject({ code: 'workspace-exists' });
    expect(readFileSync(path, 'utf8')).toBe('mine');
    expect(await ask('workspace.current', {})).toBeNull();
    await engine.close();
  });

  it('stay open when another cannot be opened', async () => {
    const { engine, ask, refusal } = engineClient();
    const folder = temporaryFolder();
    const path = join(folder, 'a.recount');
    await ask('workspace.create', { path });
    const text = join(folder, 'text.recount');
    writeFileSync(
      text,
      'no database at all, but long enough to have a header of its own'.repeat(20),
    );
    for (const [wrong, code] of [
      [join(folder, 'missing.recount'), 'workspace-missing'],
      [text, 'workspace-not-recount'],
    ] as const) {
      expect(await refusal('workspace.open', { path: wrong })).toMatchObject({ code });
      expect(await ask('workspace.current', {})).toMatchObject({ path });
    }
    await engine.close();
  });

  it('from a newer version are refused with both versions, and left as they are', async () => {
    const { engine, ask, refusal } = engineClient();
    const path = join(temporaryFolder(), 'newer.recount');
    await ask('workspace.create', { path });
    await ask('workspace.close', {});
    const db = new Database(path);
    db.pragma('user_version = 9000');
    db.close();
    const before = readFileSync(path);
    expect(await refusal('workspace.open', { path })).toMatchObject({
      code: 'workspace-newer',
      params: { version: 9000 },
    });
    expect(readFileSync(path).equals(before)).toBe(true);
    await engine.close();
  });

  it('are copied whole, and the copy becomes the open one', async () => {
    const { engine, ask, importFiles, audit } = engineClient();
    const { workspace, paths } = await ask('workspace.openSample', {});
    await importFiles(paths);
    const run = await audit();
    const target = join(temporaryFolder(), 'kept.recount');
    writeFileSync(target, 'an older file of that name');
    await ask('workspace.saveCopy', { path: target });
    expect(existsSync(dirname(workspace.path))).toBe(false);
    expect(await ask('workspace.current', {})).toMatchObject({ path: target, temporary: false });
    expect(await ask('audits.latest', { period: null })).toEqual(run);
    expect(await ask('imports.list', { offset: 0, limit: 1 })).toMatchObject({ total: 2 });
    await engine.close();
    expect(existsSync(target)).toBe(true);
  });

  it('hold a sample that has names in the language asked for, and the same bill', async () => {
    const { engine, ask, importFiles, audit } = engineClient();
    const { workspace, paths } = await ask('workspace.openSample', { language: 'ko' });
    expect(workspace.accountName).toMatch(/\p{Script=Hangul}/u);
    await importFiles(paths);
    const run = await audit();
    expect(run.totals.difference).toBe('165.9568');
    const { rows } = await ask('audits.comparisons', {
      runId: run.id,
      filter: { onlyDiscrepancies: true },
      sort: { by: 'magnitude', descending: true },
      offset: 0,
      limit: 10,
    });
    expect(rows).toHaveLength(7);
    for (const { appName } of rows) expect(appName).toMatch(/\p{Script=Hangul}/u);
    await engine.close();
  });

  it('tell in which language the sample has its names, until its account is stated otherwise', async () => {
    const { engine, ask, refusal } = engineClient();
    expect(await refusal('workspace.sampleNames', {})).toMatchObject({ code: 'no-workspace' });
    for (const language of ['en', 'zh-CN', 'ko'] as const) {
      await ask('workspace.openSample', { language });
      expect(await ask('workspace.sampleNames', {})).toEqual({ language });
    }
    const { json } = await ask('account.get', {});
    await ask('account.set', { json: (json ?? '').replace(/"name": "[^"]+"/, '"name": "Mine"') });
    expect(await ask('workspace.sampleNames', {})).toEqual({ language: null });
    await ask('workspace.create', { path: null });
    expect(await ask('workspace.sampleNames', {})).toEqual({ language: null });
    await engine.close();
  });

  it('are kept where a copy cannot be written', async () => {
    const { engine, ask, refusal } = engineClient();
    const { path } = await ask('workspace.create', { path: null });
    const folder = temporaryFolder();
    expect(
      await refusal('workspace.saveCopy', { path: join(folder, 'nowhere', 'a.recount') }),
    ).toMatchObject({ code: 'folder-missing' });
    const taken = join(folder, 'a-folder.recount');
    mkdirSync(taken);
    await refusal('workspace.saveCopy', { path: taken });
    expect(await ask('workspace.current', {})).toMatchObject({ path });
    await engine.close();
  });

  it('asked for at the same time are taken one after the other, and none is left behind', async () => {
    const { engine, ask } = engineClient();
    const made = await Promise.all([1, 2, 3].map(() => ask('workspace.create', { path: null })));
    const current = await ask('workspace.current', {});
    expect(current).toEqual(made.at(-1));
    expect(made.map(({ path }) => existsSync(path))).toEqual([false, false, true]);
    await engine.close();
    expect(made.map(({ path }) => existsSync(dirname(path)))).toEqual([false, false, false]);
  });

  it('that are temporary need the system’s folder, and say where it is missing', async () => {
    const { engine, refusal } = engineClient();
    const before = process.env['TMPDIR'];
    const missing = join(temporaryFolder(), 'nowhere');
    process.env['TMPDIR'] = missing;
    try {
      expect(await refusal('workspace.create', { path: null })).toMatchObject({
        code: 'folder-missing',
        params: { path: missing },
      });
    } finally {
      if (before === undefined) delete process.env['TMPDIR'];
      else process.env['TMPDIR'] = before;
    }
    await engine.close();
  });
});
