import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { flawOfCopiedFile } from './copy-proof';
import { damageInFile } from './whole-file';

/** What the thread is asked: whether a file is whole, or whether it is a faithful copy of another. */
export interface FileQuestion {
  readonly path: string;
  /** null: it is no copy. */
  readonly original: string | null;
}

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
 * look holds no process back from ending.
 */
export function damageBeside(path: string, script = builtScript()): Promise<string | null> {
  return askedBeside({ path, original: null }, script, () => damageInFile(path));
}

/** In the same way, what speaks against `path` as a copy of `original`; null where nothing does. A process waits for it. */
export function flawBeside(
  original: string,
  path: string,
  script = builtScript(),
): Promise<string | null> {
  return askedBeside({ path, original }, script, () => flawOfCopiedFile(original, path));
}

async function askedBeside(
  question: FileQuestion,
  script: string | null,
  here: () => string | null,
): Promise<string | null> {
  if (script === null) return here();
  try {
    return await onThread(script, question);
  } catch {
    return here();
  }
}

function onThread(script: string, question: FileQuestion): Promise<string | null> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(script, { workerData: question });
    if (question.original === null) worker.unref();
    worker.once('message', (answer: string | null) => resolve(answer));
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('the checking thread ended')));
  });
}
