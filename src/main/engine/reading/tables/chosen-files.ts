import { readdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { EngineFailure, engineError } from '../../../../shared/contract/error';

/** How deep a folder is looked into, and how many files one choice may stand for. */
const DEPTH = 8;
const MOST_FILES = 1000;

/**
 * The files that a person's choice stands for: each folder is all files below it, in the order of their
 * names, hidden ones and workspaces left out. What is no folder is given on as it is: whether it can be read
 * is found out when it is. Throws EngineFailure `files-too-many`: none of them is left out in silence.
 */
export async function chosenFiles(paths: readonly string[]): Promise<string[]> {
  const files: string[] = [];
  for (const path of paths) files.push(...(await filesAt(resolve(path), DEPTH)));
  const different = [...new Set(files)];
  if (different.length > MOST_FILES)
    throw new EngineFailure(
      engineError('files-too-many', { count: different.length, most: MOST_FILES }),
    );
  return different;
}

async function filesAt(path: string, depth: number): Promise<string[]> {
  const found = await stat(path).catch(() => null);
  if (!found?.isDirectory()) return [path];
  const entries =
    depth === 0 ? null : await readdir(path, { withFileTypes: true }).catch(() => null);
  // A folder that cannot be looked into is said to be so when it is read as a file.
  if (entries === null) return [path];
  const files: string[] = [];
  for (const { name } of entries.toSorted(byName)) {
    if (name.startsWith('.') || /\.recount(-wal|-shm)?$|\.backup$/.test(name)) continue;
    files.push(...(await filesAt(join(path, name), depth - 1)));
  }
  return files;
}

/** Numbers inside names count as numbers, and no machine's language changes the order. */
const ORDER = new Intl.Collator('en', { numeric: true });
const byName = (a: { readonly name: string }, b: { readonly name: string }) =>
  ORDER.compare(a.name, b.name) || (a.name < b.name ? -1 : 1);
