import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, readdir, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';
import { DevtoolsPage } from './devtools-page';
import { removed, ROOT } from './recount-window';

const run = promisify(execFile);
/** Megabytes of what is Recount's own in a package: docs/packaging.md. */
const BUDGET_MB = 50;

test.describe.configure({ mode: 'serial' });

let folder = '';
let executable = '';

test.beforeAll(async () => {
  test.setTimeout(240_000);
  folder = await mkdtemp(join(tmpdir(), 'recount-package-'));
  const { stdout } = await run(
    process.execPath,
    [join(ROOT, 'scripts', 'package.mjs'), '--dir', folder],
    { cwd: ROOT, maxBuffer: 2 ** 26 },
  );
  executable = stdout.trim().split('\n').at(-1) ?? '';
});

test.afterAll(async () => {
  await removed(folder);
});

test('the package opens, imports and audits the sample month', async () => {
  const program = spawn(
    executable,
    [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--lang=en-US',
      '--remote-debugging-port=0',
      `--user-data-dir=${join(folder, 'profile')}`,
    ],
    { stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, LANGUAGE: 'en' } },
  );
  try {
    const page = await DevtoolsPage.find(await portOf(program), 'app://recount/');
    const part = (name: string) => `document.querySelector('[data-testid="${name}"]')`;
    await page.until(`${part('open-sample')} !== null`, (there) => there === true);
    await page.value(`${part('open-sample')}.click()`);
    const billed = await page.until(
      `${part('headline-billed')}?.innerText`,
      (text) => typeof text === 'string' && /\d/.test(text),
    );
    expect(billed).toBe('2,553.8556');
    page.close();
  } finally {
    program.kill();
    await new Promise((ended) => program.once('exit', ended));
  }
});

test('no debugger, no other program and no other archive gets into the package', async () => {
  const { stdout } = await run(
    process.execPath,
    [
      join(ROOT, 'node_modules', '@electron', 'fuses', 'dist', 'bin.js'),
      'read',
      '--app',
      executable,
    ],
    { maxBuffer: 2 ** 26 },
  );
  for (const off of [
    'RunAsNode',
    'EnableNodeOptionsEnvironmentVariable',
    'EnableNodeCliInspectArguments',
  ])
    expect(stdout).toMatch(new RegExp(`${off}[^\\n]*Disabled`));
  for (const on of ['EnableEmbeddedAsarIntegrityValidation', 'OnlyLoadAppFromAsar'])
    expect(stdout).toMatch(new RegExp(`${on}[^\\n]*Enabled`));
});

test('Recount itself stays within its size budget', async () => {
  const resources = join(executable, '..', 'resources');
  const own = ['app.asar', 'app.asar.unpacked', 'resources'].map((name) =>
    bytesOf(join(resources, name)),
  );
  const megabytes = (await Promise.all(own)).reduce((sum, size) => sum + size, 0) / 1e6;
  expect(megabytes).toBeLessThan(BUDGET_MB);
});

function portOf(program: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    let said = '';
    const timer = setTimeout(() => reject(new Error(`no debugging port: ${said}`)), 30_000);
    program.stderr?.on('data', (bytes: Buffer) => {
      said += bytes.toString();
      const address = /DevTools listening on (ws:\S+)/.exec(said)?.[1];
      if (address === undefined) return;
      clearTimeout(timer);
      resolve(Number(new URL(address).port));
    });
    program.once('exit', (code) => reject(new Error(`ended with ${String(code)}: ${said}`)));
  });
}

async function bytesOf(path: string): Promise<number> {
  const found = await stat(path);
  if (!found.isDirectory()) return found.size;
  const entries = await readdir(path);
  const sizes = await Promise.all(entries.map((entry) => bytesOf(join(path, entry))));
  return sizes.reduce((sum, size) => sum + size, 0);
}
