import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { build } from 'vite';

const ROOT = resolve(import.meta.dirname, '..', '..');
const CACHE = join(ROOT, 'node_modules', '.cache');

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
  readonly remove: () => Promise<void>;
}

/** The terminal program, bundled from the sources as the real build does it, without the window. */
export async function buildCli(): Promise<BuiltCli> {
  await mkdir(CACHE, { recursive: true });
  // Below the checkout, so that better-sqlite3 is found.
  const folder = await mkdtemp(join(CACHE, 'test-cli-'));
  await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: join(ROOT, 'src', 'main', 'cli', 'index.ts'),
      target: 'node18',
      outDir: folder,
      rolldownOptions: {
        external: ['better-sqlite3'],
        output: { format: 'cjs', entryFileNames: 'cli.cjs' },
      },
    },
    ssr: { noExternal: true },
  });
  const program = join(folder, 'cli.cjs');
  return {
    program,
    run: (args, options = {}) => finished(program, args, options),
    remove: () => rm(folder, { recursive: true }),
  };
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
