// Where this checkout is, and the Node that comes with it.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout's top folder. */
export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

/** What may be thrown away and made again: runtimes, stamps, reports of test runs. */
export const CACHE = join(ROOT, 'node_modules', '.cache');

/**
 * The Node 24 that `npm ci` brought, whatever Node runs this script; better-sqlite3 needs it.
 * Throws with the remedy where `npm ci` was not run.
 */
export function projectNode() {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const path = join(ROOT, 'node_modules', 'node', 'bin', name);
  if (!existsSync(path)) throw new Error(`${path} is missing; run: npm ci`);
  return path;
}

/** True when npm was asked to say nothing of its own (`npm run --silent …`). */
export const SILENT = process.env['npm_config_loglevel'] === 'silent';

/** Says one line to the person at the terminal, never on stdout: that belongs to the program. */
export function say(line) {
  if (!SILENT) process.stderr.write(`${line}\n`);
}
