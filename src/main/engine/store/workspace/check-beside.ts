import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { damageInFile } from './whole-file';

/** How the build calls check-worker.ts. */
const SCRIPT = 'check-worker.js';

/** The built worker, beside this program's code or in the folder above; null where nothing was built. */
function builtScript(): string | null {
  const here = import.meta.dirname;
  return [here, dirname(here)].map((folder) => join(folder, SCRIPT)).find(existsSync) ?? null;
}

/**
 * Looks at every page of the workspace at `path` while this thread goes on answering. Resolves with what SQLite says
 * about the first damage, null for a file that is whole. Where no second thread can begin, this one does it. The
 * thread holds no process back from ending.
 */
export async function damageBeside(path: string, script = builtScript()): Promise<string | null> {
  if (script === null) return damageInFile(path);
  try {
    return await onThread(script, path);
  } catch {
    return damageInFile(path);
  }
}

function onThread(script: string, path: string): Promise<string | null> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(script, { workerData: path });
    worker.unref();
    worker.once('message', (damage: string | null) => resolve(damage));
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('the checking thread ended')));
  });
}
