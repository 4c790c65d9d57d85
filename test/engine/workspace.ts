import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach } from 'vitest';
import type { ImportOutcome, ImportSummary } from '../../src/shared/contract/imports';
import { importFile } from '../../src/main/engine/import/import-file';
import {
  openWorkspace,
  type OpenWorkspace,
} from '../../src/main/engine/store/workspace/workspace-file';

/** Real workspaces in temporary folders, closed and removed after each test. */
const cleanups: (() => void)[] = [];

afterEach(() => {
  for (const cleanup of cleanups.splice(0).reverse()) cleanup();
});

export const FIXTURES = join(import.meta.dirname, '../fixtures');

const lastCleanups: (() => void)[] = [];

afterAll(() => {
  for (const cleanup of lastCleanups.splice(0)) cleanup();
});

/** Removed after the test, or (`kept`) after the last test of the file. */
export function temporaryFolder(until?: 'kept'): string {
  const folder = mkdtempSync(join(tmpdir(), 'recount-test-'));
  (until ? lastCleanups : cleanups).push(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export function opened(path: string, mode: 'open' | 'create' = 'open'): OpenWorkspace {
  const result = openWorkspace(path, mode);
  if (!result.ok) throw new Error(`could not ${mode} ${path}: ${result.error.code}`);
  cleanups.push(() => result.value.close());
  return result.value;
}

export function newWorkspace(): OpenWorkspace {
  return opened(join(temporaryFolder(), 'test.recount'), 'create');
}

export async function importing(
  open: OpenWorkspace,
  path: string,
  signal: AbortSignal = new AbortController().signal,
): Promise<ImportOutcome> {
  const outcomes = await importingAll(open, path, signal);
  const [only] = outcomes;
  if (!only || outcomes.length > 1) throw new Error(`${path}: ${outcomes.length} tables`);
  return only;
}

/** Imports every table of a file. */
export function importingAll(
  open: OpenWorkspace,
  path: string,
  signal: AbortSignal = new AbortController().signal,
): Promise<ImportOutcome[]> {
  return importFile(open, path, { signal, onProgress: () => undefined });
}

/** Imports a file that must be accepted as a file. */
export async function imported(open: OpenWorkspace, path: string): Promise<ImportSummary> {
  const outcome = await importing(open, path);
  if (outcome.outcome !== 'imported') throw new Error(`${path}: ${JSON.stringify(outcome)}`);
  return outcome.summary;
}

/** A file with this content in a folder of its own. */
export function fileWith(content: string | Buffer, name = 'file.csv'): string {
  const path = join(temporaryFolder(), name);
  writeFileSync(path, content);
  return path;
}
