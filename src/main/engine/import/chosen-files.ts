import { readdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';

/** How deep a folder is looked into, and how many files are taken from one choice. */
const DEPTH = 8;
const MOST_FILES = 1000;

/**
 * The files that a person's choice stands for: each folder is all files below it, in the order of their
 * names, hidden ones and workspaces left out. What is no folder is given on as it is: whether it can be read
 * is found out when it is.
 */
export async function chosenFiles(paths: readonly string[]): Promise<string[]> {
  const files: string[] = [];
  for (const path of paths) files.push(...(await filesAt(resolve(path), DEPTH)));
  return [...new Set(files)].slice(0, MOST_FILES);
}

async function filesAt(path: string, depth: number): Promise<string[]> {
  const found = await stat(path).catch(() => null);
  if (!found?.isDirectory()) return [path];
  if (depth === 0) return [];
  const entries = await readdir(path, { withFileTypes: true }).catch(() => []);
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
