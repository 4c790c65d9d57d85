import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createEngine } from '../../../src/main/engine/engine';
import {
  listBackups,
  nextBackupPath,
  ringFolder,
  trimRing,
} from '../../../src/main/engine/store/workspace/backup-ring';
import { engineClient, RESOURCES } from '../../support/engine-client';
import { fileWith, temporaryFolder } from '../workspace';

const ACCOUNT = '{"name":"Example Co","site":"cn"}';

async function workspaceWithAccount() {
  const client = engineClient();
  const path = join(temporaryFolder(), 'June.recount');
  await client.ask('workspace.create', { path });
  await client.ask('account.set', { json: ACCOUNT });
  return { ...client, path };
}

describe('the ring of backups', () => {
  it('keeps the newest of each reason, and everything a person asked for', () => {
    const path = join(temporaryFolder(), 'June.recount');
    for (let day = 1; day <= 12; day++) {
      const at = new Date(Date.UTC(2026, 0, day, 8));
      for (const reason of ['daily', 'manual', 'before-restore'] as const)
        writeFileSync(nextBackupPath(path, reason, at), '');
    }
    writeFileSync(join(ringFolder(path), 'a note of my own.txt'), 'kept');
    trimRing(path);
    const days = (reason: string) =>
      listBackups(path)
        .filter((backup) => backup.reason === reason)
        .map((backup) => Number(backup.createdAt.slice(8, 10)));
    expect(days('daily')).toEqual([12, 11, 10, 9, 8, 7, 6]);
    expect(days('before-restore')).toEqual([12, 11, 10]);
    expect(days('manual')).toHaveLength(12);
    expect(existsSync(join(ringFolder(path), 'a note of my own.txt'))).toBe(true);
  });

  it('has a name of its own for each backup of one second', () => {
    const path = join(temporaryFolder(), 'June.recount');
    const at = new Date(Date.UTC(2026, 0, 1));
    const names = [1, 2, 3].map(() => {
      const next = nextBackupPath(path, 'manual', at);
      writeFileSync(next, '');
      return next;
    });
    expect(new Set(names).size).toBe(3);
    expect(listBackups(path).map((backup) => backup.path)).toEqual(names.toReversed());
  });

  it('is empty for a workspace that was never backed up', () => {
    expect(listBackups(join(temporaryFolder(), 'none.recount'))).toEqual([]);
  });
});

describe('a backup', () => {
  it('is the workspace as it was, in one file that opens by itself', async () => {
    const { engine, ask, endOf, path } = await workspaceWithAccount();
    const end = await endOf(ask('backups.make', {}));
    expect(end.event).toBe('jobs.finished');
    const { backups } = await ask('backups.list', { path: null });
    expect(backups).toMatchObject([{ reason: 'manual' }]);
    const [backup] = backups;
    expect(readdirSync(ringFolder(path))).toEqual([backup?.path.split('/').at(-1)]);
    await ask('account.set', { json: '{"name":"Other","site":"intl"}' });
    await ask('workspace.open', { path: backup?.path ?? '' });
    expect(await ask('account.get', {})).toMatchObject({ json: ACCOUNT });
    await engine.close();
  });

  it('that is cancelled leaves nothing behind', async () => {
    const { engine, ask, endOf, path } = await workspaceWithAccount();
    const start = ask('backups.make', {});
    const end = endOf(start);
    await ask('jobs.cancel', await start);
    expect((await end).event).toBe('jobs.cancelled');
    expect(listBackups(path)).toEqual([]);
    await engine.close();
  });

  it('is made at the first opening on a day where something changed, and only there', async () => {
    const { engine, path } = await workspaceWithAccount();
    await engine.close();
    const openOnce = async () => {
      const daily = createEngine({ resourcesPath: RESOURCES, dailyBackups: true });
      const ended = new Promise((resolve) => daily.bus.on('jobs.finished', resolve));
      await daily.transport.invoke('workspace.open', { path });
      const jobs = await daily.transport.invoke('jobs.list', {});
      const begun = jobs.ok && jobs.value.some(({ kind }) => kind === 'backup');
      if (begun) await ended;
      await daily.close();
      return begun;
    };
    expect(await openOnce()).toBe(true);
    expect(await openOnce()).toBe(false);
    const [first] = listBackups(path);
    const older = (first?.path ?? '').replace(/\d{4}-/, '2020-');
    renameSync(first?.path ?? '', older);
    expect(await openOnce()).toBe(true);
    expect(listBackups(path).map(({ reason }) => reason)).toEqual(['daily', 'daily']);
  });
});

describe('restoring', () => {
  it('brings the workspace back, and keeps what stood there', async () => {
    const { engine, ask, endOf, path } = await workspaceWithAccount();
    await endOf(ask('backups.make', {}));
    const { backups } = await ask('backups.list', { path: null });
    const later = '{"name":"Later","site":"cn"}';
    await ask('account.set', { json: later });
    const { workspace, setAside } = await ask('backups.restore', {
      backup: backups[0]?.path ?? '',
      path,
    });
    expect(workspace).toMatchObject({ path, accountName: 'Example Co' });
    expect(await ask('account.get', {})).toMatchObject({ json: ACCOUNT });
    const after = await ask('backups.list', { path: null });
    expect(after.backups.map(({ reason }) => reason)).toContain('before-restore');
    await ask('backups.restore', { backup: setAside ?? '', path });
    expect(await ask('account.get', {})).toMatchObject({ json: later });
    await engine.close();
  });

  it('refuses what is no whole workspace, and changes nothing', async () => {
    const { engine, ask, refusal, path } = await workspaceWithAccount();
    const wrong = fileWith('a letter, '.repeat(2000), 'letter.recount');
    expect(await refusal('backups.restore', { backup: wrong, path })).toMatchObject({
      code: 'backup-unusable',
    });
    const missing = join(temporaryFolder(), 'none.recount');
    expect(await refusal('backups.restore', { backup: missing, path })).toMatchObject({
      code: 'workspace-missing',
    });
    expect(await ask('account.get', {})).toMatchObject({ json: ACCOUNT });
    await engine.close();
  });

  it('that fails after the workspace was let go leaves it open, as it was', async () => {
    const { engine, ask, endOf, path } = await workspaceWithAccount();
    await endOf(ask('backups.make', {}));
    const { backups } = await ask('backups.list', { path: null });
    const later = '{"name":"Later","site":"cn"}';
    await ask('account.set', { json: later });
    // Where the copy is to be written stands a folder.
    mkdirSync(`${path}.unfinished`);
    const answer = await engine.transport.invoke('backups.restore', {
      backup: backups[0]?.path ?? '',
      path,
    });
    expect(answer.ok).toBe(false);
    expect(await ask('workspace.current', {})).toMatchObject({ path });
    expect(await ask('account.get', {})).toMatchObject({ json: later });
    await engine.close();
  });

  it('puts a damaged workspace aside, byte for byte', async () => {
    const { engine, ask, endOf, refusal, path } = await workspaceWithAccount();
    await endOf(ask('backups.make', {}));
    await ask('workspace.close', {});
    const bytes = readFileSync(path).fill(0xff, 100, 4000);
    writeFileSync(path, bytes);
    expect(await refusal('workspace.open', { path })).toMatchObject({ code: 'workspace-damaged' });
    const { backups } = await ask('backups.list', { path });
    const { setAside } = await ask('backups.restore', { backup: backups[0]?.path ?? '', path });
    expect(setAside).toMatch(/June\.damaged-.*\.recount$/);
    expect(dirname(setAside ?? '')).toBe(dirname(path));
    expect(readFileSync(setAside ?? '').equals(bytes)).toBe(true);
    expect(await ask('account.get', {})).toMatchObject({ json: ACCOUNT });
    await engine.close();
  });
});
