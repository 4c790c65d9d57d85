// How long a start takes until the first screen is in the page, beside the least that Electron can open: each in a copy
// of the same runtime, in turns, with a new profile, no debugger attached.
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { bareElectron } from './electron-bare.mjs';
import { ROOT } from './project.mjs';

const SCRIPTS = join(ROOT, 'scripts');
const LIMIT = 15_000;
/** Starts in a row that may end without a picture. */
const MOST_MISSED = 3;

/**
 * @typedef {{ clock: number, processor: number | null }} Start milliseconds from the start of the process; of the
 * processor, by the two threads that a start waits for
 *
 * @param {import('./electron-runtime.mjs').ElectronRuntime} runtime
 * @param {Record<string, string>} env of the display
 * @param {string} folder for profiles
 * @param {number} rounds
 * @returns {Promise<{ bare: Start[], own: Start[], missed: number, loads: number[] }>} `missed`: starts without a picture
 */
export async function startsInTurns(runtime, env, folder, rounds) {
  const sides = [
    await sideOf('bare', runtime, join(SCRIPTS, 'bench-bare')),
    await sideOf('own', runtime, ROOT),
  ];
  const started = { bare: [], own: [], missed: 0, loads: [] };
  let profiles = 0;
  const start = async ({ executable, program }) => {
    for (let missed = 0; missed < MOST_MISSED; missed++) {
      const profile = join(folder, `start-${profiles++}`);
      const seen = await startOnce(executable, {
        args: [
          ...runtime.args.filter((arg) => arg !== ROOT),
          '--disable-gpu',
          `--user-data-dir=${profile}`,
        ],
        env: {
          ...process.env,
          ...runtime.env,
          ...env,
          LANGUAGE: 'en',
          RECOUNT_BENCH_PROGRAM: program,
        },
      });
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
      if (seen) return seen;
      started.missed += 1;
    }
    throw new Error(`${program}: no first screen in ${MOST_MISSED} starts`);
  };
  try {
    // Once each, so that the system has the files in memory.
    for (const side of sides) await start(side);
    for (let round = 0; round < rounds; round++) {
      started.loads.push(loadavg()[0]);
      // Neither is always the one that follows the other.
      for (const side of round % 2 === 0 ? sides : sides.toReversed())
        started[side.name].push(await start(side));
    }
  } finally {
    for (const { home } of sides) rmSync(home, { recursive: true, force: true });
  }
  return started;
}

/** A copy of the runtime whose own program is `bench-seen`, with that of `source` beside it. */
async function sideOf(name, { executable }, source) {
  const home = await bareElectron(executable);
  // On macOS the programs of an Electron are beside the folder of its executable.
  const resources = process.platform === 'darwin' ? join('..', 'Resources') : 'resources';
  const app = join(dirname(join(home, basename(executable))), resources, 'app');
  mkdirSync(app, { recursive: true });
  cpSync(join(SCRIPTS, 'bench-seen'), app, { recursive: true });
  const manifest = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8'));
  writeFileSync(join(app, 'package.json'), JSON.stringify({ ...manifest, main: 'main.cjs' }));
  for (const part of name === 'own' ? ['out', 'resources', 'node_modules'] : [])
    symlinkSync(join(ROOT, part), join(app, part));
  const program = name === 'own' ? join(app, manifest.main) : join(source, manifest.main);
  return { name, home, executable: join(home, basename(executable)), program };
}

/** Null where the start ended, or took too long, without a picture. */
function startOnce(executable, { args, env }) {
  return new Promise((resolve, reject) => {
    const begun = String(Date.now());
    const program = spawn(executable, args, {
      env: { ...env, RECOUNT_BENCH_BEGUN: begun },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    let said = '';
    program.stdout.on('data', (bytes) => (said += bytes.toString()));
    const timer = setTimeout(() => program.kill('SIGKILL'), LIMIT);
    program.on('error', reject);
    program.on('exit', () => {
      clearTimeout(timer);
      const seen = /SEEN (.*)/.exec(said)?.[1];
      resolve(seen === undefined ? null : JSON.parse(seen));
    });
  });
}
