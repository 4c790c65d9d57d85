import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';
import { removed, ROOT } from './recount-window';

const run = promisify(execFile);

/** Opens the built thread that reads rows as the engine of a release does: in a utility process, out of an archive. */
const SHELL = `
const { app, utilityProcess } = require('electron');
const { writeFileSync } = require('node:fs');
const { join } = require('node:path');
const end = (said) => { writeFileSync(process.env.RECOUNT_SAID, JSON.stringify(said)); app.exit(0); };
app.whenReady().then(() => {
  const engine = utilityProcess.fork(join(__dirname, 'out/main/host.js'), [], { stdio: 'ignore' });
  const ended = (code) => end({ exit: code });
  engine.on('message', (said) => { engine.off('exit', ended); end(said); });
  engine.on('exit', ended);
});`;
const HOST = `
const { existsSync } = require('node:fs');
const { Worker } = require('node:worker_threads');
const script = require('node:path').join(__dirname, 'thread.js');
const say = (said) => process.parentPort.postMessage({ script, there: existsSync(script), ...said });
const worker = new Worker(script, { workerData: JSON.parse(process.env.RECOUNT_ROWS) });
worker.on('message', (message) => say({ message }));
worker.on('error', (thrown) => say({ error: String(thrown) }));
// What it says must have left before it ends.
setInterval(() => undefined, 1000);`;

/** The stand-in's Node has no zstd, which a release's has: without a look at a row it is not needed. */
const THREAD = `
const zlib = require('node:zlib');
zlib.zstdCompress ??= () => undefined;
require('./row-worker.js');`;

/**
 * The stand-in for Electron is too old for the program's SQLite, so its packages run the engine unpacked, under Node
 * (packaged.spec.ts). This is the other half: the thread needs no SQLite, and starts inside an archive.
 */
test('the thread that reads rows starts out of the archive of a release', async () => {
  test.setTimeout(120_000);
  const executable = process.env['RECOUNT_ELECTRON_EXECUTABLE'] ?? '';
  const folder = await mkdtemp(join(tmpdir(), 'recount-archive-'));
  try {
    // Electron would prefer a program that it has already to an archive.
    const own = join(dirname(executable), 'resources');
    await cp(dirname(executable), folder, { recursive: true, filter: (from) => from !== own });
    const program = join(folder, 'program');
    await mkdir(join(program, 'out'), { recursive: true });
    await cp(join(ROOT, 'out', 'main'), join(program, 'out', 'main'), { recursive: true });
    await writeFile(join(program, 'package.json'), '{"name": "archive", "main": "shell.js"}');
    await writeFile(join(program, 'shell.js'), SHELL);
    await writeFile(join(program, 'out', 'main', 'host.js'), HOST);
    await writeFile(join(program, 'out', 'main', 'thread.js'), THREAD);
    const asar = join(ROOT, 'node_modules', '@electron', 'asar', 'bin', 'asar.js');
    await mkdir(join(folder, 'resources'), { recursive: true });
    const archive = join(folder, 'resources', 'app.asar');
    await run(process.execPath, [asar, 'pack', program, archive]);
    await removed(program);
    const said = join(folder, 'said.json');
    const missing = join(folder, 'nowhere.csv');
    await run(
      join(folder, basename(executable)),
      ['--no-sandbox', '--disable-gpu', `--user-data-dir=${join(folder, 'profile')}`],
      {
        env: {
          ...process.env,
          RECOUNT_SAID: said,
          RECOUNT_ROWS: JSON.stringify({ path: missing }),
        },
        timeout: 60_000,
      },
    );
    // The thread has begun and looked for its file: everything it is made of was found in the archive.
    expect(JSON.parse(await readFile(said, 'utf8'))).toMatchObject({
      script: join(archive, 'out', 'main', 'thread.js'),
      there: true,
      message: { is: 'thrown', code: 'ENOENT' },
    });
  } finally {
    await removed(folder);
  }
});
