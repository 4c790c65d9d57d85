import { createWriteStream, type WriteStream } from 'node:fs';
import { access, link, mkdtemp, rename, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { finished } from 'node:stream/promises';
import { EngineFailure, engineError } from '../../../shared/contract/error';

/**
 * Makes the files of one report: each is written whole under a temporary name in the same folder, synced,
 * and only then takes its own name. Whatever fails in between leaves none of them behind.
 */
export interface NewFile {
  readonly path: string;
  readonly write: (stream: WriteStream) => Promise<void>;
}

export async function writeNewFiles(folder: string, files: readonly NewFile[]): Promise<string[]> {
  const drafts = await mkdtemp(join(folder, '.recount-')).catch(refusedFolder(folder));
  const made: string[] = [];
  try {
    for (const file of files) await writeDraft(join(drafts, basename(file.path)), file.write);
    for (const { path } of files) {
      await takeName(join(drafts, basename(path)), path);
      made.push(path);
    }
    return made;
  } catch (thrown) {
    await Promise.all(made.map((path) => rm(path, { force: true })));
    throw thrown;
  } finally {
    await rm(drafts, { recursive: true, force: true });
  }
}

/** The first of `name`, `name (2)`, `name (3)` … for which none of the files exists yet. */
export async function freeStem(
  folder: string,
  name: string,
  endings: readonly string[],
): Promise<string> {
  for (let number = 1; ; number += 1) {
    const stem = number === 1 ? name : `${name} (${number})`;
    const taken = await Promise.all(endings.map((ending) => exists(join(folder, stem + ending))));
    if (!taken.includes(true)) return stem;
  }
}

async function writeDraft(path: string, write: NewFile['write']): Promise<void> {
  const stream = createWriteStream(path, { flags: 'wx', flush: true });
  // Attached before anything is written: a stream that fails early must not go unheard.
  const done = finished(stream);
  try {
    await Promise.all([write(stream), done]);
  } catch (thrown) {
    stream.destroy();
    await done.catch(() => undefined);
    throw thrown;
  }
}

/** A link fails where the name was taken in the meantime; file systems without links get a rename. */
async function takeName(draft: string, path: string): Promise<void> {
  try {
    await link(draft, path);
  } catch (thrown) {
    if (codeOf(thrown) === 'EEXIST' || (await exists(path))) throw thrown;
    await rename(draft, path);
  }
}

async function exists(path: string): Promise<boolean> {
  return await access(path).then(
    () => true,
    () => false,
  );
}

function refusedFolder(folder: string): (thrown: unknown) => never {
  return (thrown) => {
    const code = codeOf(thrown);
    if (code === 'ENOENT' || code === 'ENOTDIR')
      throw new EngineFailure(engineError('folder-missing', { path: folder }));
    if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
      throw new EngineFailure(engineError('folder-read-only', { path: folder }));
    throw thrown;
  };
}

function codeOf(thrown: unknown): string {
  return thrown instanceof Error && 'code' in thrown ? String(thrown.code) : '';
}
