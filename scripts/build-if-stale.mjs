// Builds the program when its sources are not those of the last build; quiet unless the build fails.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { mkdir, open, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { CACHE, ROOT, projectNode, say } from './project.mjs';

const SOURCES = [
  'src',
  'resources',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
];
const STAMP = join(ROOT, 'out', 'built-from');
const LOCK = join(CACHE, 'build.lock');
const LOCK_LIFE = 5 * 60 * 1000;

/** Rejects with the builder's own words when the build fails. Two at once: the second waits for the first. */
export async function buildIfStale() {
  if (isFresh()) return;
  const release = await lock();
  try {
    const fingerprint = sourcesFingerprint();
    if (builtFrom() === fingerprint) return;
    say('Building …');
    await rm(STAMP, { force: true });
    await build();
    await writeFile(STAMP, fingerprint);
  } finally {
    await release();
  }
}

export function isFresh() {
  return builtFrom() === sourcesFingerprint();
}

function builtFrom() {
  return existsSync(STAMP) ? readFileSync(STAMP, 'utf8') : null;
}

/** Names and contents of all that goes into a build: a checkout's times tell nothing. */
function sourcesFingerprint() {
  const hash = createHash('sha256');
  for (const path of SOURCES.flatMap((source) => filesBelow(join(ROOT, source))).sort()) {
    const content = readFileSync(path);
    hash.update(`${relative(ROOT, path)}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

function filesBelow(path) {
  if (!existsSync(path)) return [];
  try {
    return readdirSync(path).flatMap((name) => filesBelow(join(path, name)));
  } catch (failure) {
    if (failure.code === 'ENOTDIR') return [path];
    throw failure;
  }
}

function build() {
  const builder = join(ROOT, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  return new Promise((resolve, reject) => {
    const child = spawn(projectNode(), [builder, 'build', '--logLevel', 'warn'], {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NO_COLOR: '1' },
    });
    const words = [];
    child.stdout.on('data', (bytes) => words.push(bytes));
    child.stderr.on('data', (bytes) => words.push(bytes));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`The build failed.\n${Buffer.concat(words).toString()}`));
    });
  });
}

/** One builder at a time; a lock left behind by a run that was killed is taken over. */
async function lock() {
  await mkdir(CACHE, { recursive: true });
  for (;;) {
    try {
      const handle = await open(LOCK, 'wx');
      await handle.writeFile(String(process.pid));
      await handle.close();
      return () => rm(LOCK, { force: true });
    } catch (failure) {
      if (failure.code !== 'EEXIST') throw failure;
    }
    if (await isAbandoned()) await rm(LOCK, { force: true });
    else await sleep(200);
  }
}

async function isAbandoned() {
  try {
    const { mtimeMs } = await stat(LOCK);
    if (Date.now() - mtimeMs > LOCK_LIFE) return true;
    const pid = Number(await readFile(LOCK, 'utf8'));
    return pid > 0 && !isRunning(pid);
  } catch {
    return false;
  }
}

function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (failure) {
    return failure.code === 'EPERM';
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    await buildIfStale();
  } catch (failure) {
    process.stderr.write(`${failure.message}\n`);
    process.exitCode = 1;
  }
}
