import Database from 'better-sqlite3';
import { closeSync, copyFileSync, openSync, readdirSync, writeSync } from 'node:fs';
import { constants, getPriority } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { build } from 'vite';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createEngine, type Engine } from '../../../src/main/engine/engine';
import { damageBeside, flawBeside } from '../../../src/main/engine/store/workspace/check-beside';
import { openWorkspace } from '../../../src/main/engine/store/workspace/workspace-file';
import { engineClient } from '../../support/engine-client';
import { temporaryFolder } from '../workspace';

const PAGE = 4096;
const RESOURCES = join(import.meta.dirname, '../../../resources');

/** A workspace of 70 MB: more than is looked at before it opens. */
async function largeWorkspace(): Promise<string> {
  const path = join(temporaryFolder('kept'), 'large.recount');
  const { engine, ask } = engineClient();
  await ask('workspace.create', { path });
  await ask('account.set', { json: '{"name":"Example Co","site":"cn"}' });
  await engine.close();
  const db = new Database(path);
  db.exec('CREATE TABLE run_bulk (id INTEGER PRIMARY KEY, bytes BLOB NOT NULL) STRICT');
  const put = db.prepare('INSERT INTO run_bulk (bytes) VALUES (zeroblob(1000))');
  db.transaction(() => {
    for (let row = 0; row < 74_000; row++) put.run();
  })();
  db.close();
  return path;
}

/** Spoils the first page of rows of a table. */
function spoil(path: string, table: string): void {
  const db = new Database(path, { readonly: true });
  const page = db
    .prepare<[string], number>("SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'leaf'")
    .pluck()
    .get(table);
  db.close();
  const file = openSync(path, 'r+');
  writeSync(file, Buffer.alloc(PAGE, 0x5a), 0, PAGE, ((page ?? 0) - 1) * PAGE);
  closeSync(file);
}

const engines: Engine[] = [];
function windowEngine(): Engine {
  const engine = createEngine({ resourcesPath: RESOURCES, dailyBackups: true, checked: true });
  engines.push(engine);
  return engine;
}
afterEach(async () => {
  for (const engine of engines.splice(0)) await engine.close();
});

describe('a large workspace in a window', () => {
  let path = '';
  beforeAll(async () => {
    path = await largeWorkspace();
  });

  it('opens, is found whole and gets its backup of the day afterwards', async () => {
    const { transport } = windowEngine();
    const backedUp = new Promise<void>((resolve) => transport.on('jobs.finished', () => resolve()));
    const found: string[] = [];
    transport.on('workspace.damaged', (damaged) => found.push(damaged.path));
    expect(await transport.invoke('workspace.open', { path })).toMatchObject({ ok: true });
    await backedUp;
    expect(found).toEqual([]);
    const ring = await transport.invoke('backups.list', { path });
    expect(ring).toMatchObject({ ok: true, value: { backups: [{ reason: 'daily' }] } });
  });

  it('opens with damage among its many rows, says so, and makes no backup of it', async () => {
    spoil(path, 'run_bulk');
    const before = readdirSync(join(path, '..'));
    const { transport } = windowEngine();
    const damaged = new Promise((resolve) => transport.on('workspace.damaged', resolve));
    expect(await transport.invoke('workspace.open', { path })).toMatchObject({ ok: true });
    expect(await damaged).toEqual({ path });
    expect(await transport.invoke('jobs.list', {})).toMatchObject({ ok: true, value: [] });
    expect(readdirSync(join(path, '..'))).toEqual(expect.arrayContaining(before));
  });

  it('is refused before it opens where nobody looks at the rest afterwards', () => {
    expect(openWorkspace(path, 'open')).toMatchObject({
      ok: false,
      error: { code: 'workspace-damaged' },
    });
  });

  it('is refused before it opens where what a person wrote is damaged', async () => {
    spoil(path, 'account');
    const { transport } = windowEngine();
    expect(await transport.invoke('workspace.open', { path })).toMatchObject({
      ok: false,
      error: { code: 'workspace-damaged' },
    });
  });
});

describe('the thread that looks at a file', () => {
  const folder = join(import.meta.dirname, '../../../node_modules/.cache/check-worker');
  const workspaceFolder = join(import.meta.dirname, '../../../src/main/engine/store/workspace');
  const script = join(folder, 'check-worker.mjs');
  beforeAll(async () => {
    await build({
      configFile: false,
      logLevel: 'error',
      build: {
        ssr: true,
        outDir: folder,
        emptyOutDir: true,
        target: 'node22',
        rolldownOptions: {
          input: ['check-worker', 'give-way'].map((name) => join(workspaceFolder, `${name}.ts`)),
          external: ['better-sqlite3'],
          output: { format: 'es', entryFileNames: '[name].mjs' },
        },
      },
    });
  });

  it('finds the same as this one, and lets this one go on', async () => {
    const path = await largeWorkspace();
    expect(await damageBeside(path, script)).toBeNull();
    spoil(path, 'run_bulk');
    let turns = 0;
    const turning = setInterval(() => (turns += 1), 1);
    const damage = await damageBeside(path, script);
    clearInterval(turning);
    expect(damage).toBe(await damageBeside(path, null));
    expect(damage).not.toBeNull();
    expect(turns).toBeGreaterThan(0);
  });

  it('proves a copy, and tells one that lacks a row from its original', async () => {
    const path = await largeWorkspace();
    const copy = `${path}.copy`;
    copyFileSync(path, copy);
    let turns = 0;
    const turning = setInterval(() => (turns += 1), 1);
    expect(await flawBeside(path, copy, script)).toBeNull();
    clearInterval(turning);
    expect(turns).toBeGreaterThan(0);

    const db = new Database(copy);
    db.exec('DELETE FROM run_bulk WHERE id = 1');
    db.close();
    expect(await flawBeside(path, copy, script)).toContain('differs from its original');
    spoil(copy, 'run_bulk');
    const flaw = await flawBeside(path, copy, script);
    expect(flaw).toContain('is not whole');
    expect(await flawBeside(path, copy, null)).toBe(flaw);
  });

  it.runIf(process.platform === 'linux')(
    'gives way to the others, which stay as they are',
    async () => {
      const script = `
      const { readFileSync } = require('node:fs');
      const { parentPort } = require('node:worker_threads');
      const nice = () => readFileSync('/proc/thread-self/stat', 'utf8').split(') ')[1].split(' ')[16];
      import(${JSON.stringify(join(folder, 'give-way.mjs'))}).then(({ giveWay }) => {
        const before = nice();
        giveWay();
        parentPort.postMessage([before, nice()].map(Number));
      });`;
      const own = getPriority();
      const [before, after] = await new Promise<readonly number[]>((resolve, reject) =>
        new Worker(script, { eval: true }).once('message', resolve).once('error', reject),
      );
      expect(before).toBe(own);
      expect(after).toBe(Math.max(own, constants.priority.PRIORITY_BELOW_NORMAL));
      expect(getPriority()).toBe(own);
    },
  );

  it('is done without where it cannot begin', async () => {
    const path = await largeWorkspace();
    spoil(path, 'run_bulk');
    expect(await damageBeside(path, '/nowhere/check-worker.js')).not.toBeNull();
  });
});
