import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { buildIfStale } from '../../scripts/build-if-stale.mjs';

const ROOT = resolve(import.meta.dirname, '..', '..');

export interface Finished {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface BuiltCli {
  /** Runs the program in a process of its own, with nothing of this one's environment but the path. */
  readonly run: (
    args: readonly string[],
    options?: { readonly env?: Record<string, string>; readonly cwd?: string },
  ) => Promise<Finished>;
  readonly program: string;
}

/**
 * The terminal program of the real build, which is made here only where the sources have changed since: a whole run
 * makes it once, and a test file that is run alone does not look at an old one.
 */
export async function builtCli(): Promise<BuiltCli> {
  await buildIfStale();
  const program = join(ROOT, 'out', 'main', 'cli.js');
  return { program, run: (args, options = {}) => finished(program, args, options) };
}

function finished(
  program: string,
  args: readonly string[],
  { env = {}, cwd = ROOT }: { env?: Record<string, string>; cwd?: string },
): Promise<Finished> {
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, [program, ...args], {
      cwd,
      env: { PATH: process.env['PATH'], RECOUNT_RESOURCES: join(ROOT, 'resources'), ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let [stdout, stderr] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.on('error', failed);
    child.on('close', (code) => done({ code, stdout, stderr }));
  });
}
