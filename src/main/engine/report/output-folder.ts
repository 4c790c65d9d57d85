import { access, constants, mkdir, rmdir, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { EngineFailure, engineError, type EngineError } from '../../../shared/contract/error';
import { systemFailure } from '../system-failure';

/**
 * Says before anything long begins that files can come to stand in `folder`: it is there and can be written
 * to, or it and what is missing above it can be made. Makes nothing; returns the nearest folder that is
 * there. Throws EngineFailure `folder-taken` where a file stands in the way, `folder-read-only`,
 * `folder-missing` where not even the disk is there.
 */
export async function checkFolder(folder: string): Promise<string> {
  const { path, isFolder } = await nearestThere(resolve(folder));
  if (!isFolder) throw new EngineFailure(engineError('folder-taken', { path }));
  await access(path, constants.W_OK).catch(() => {
    throw new EngineFailure(engineError('folder-read-only', { path }));
  });
  return path;
}

/**
 * Does `work` in `folder`, which is made where it is missing, with the folders above it. Where the work fails
 * or is cancelled, the folders that were made for it go again as far as they are empty. Throws what
 * checkFolder throws, and `folder-not-made` for a name that the system refuses.
 */
export async function inFolder<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const there = await checkFolder(folder);
  try {
    await mkdir(folder, { recursive: true }).catch((thrown: unknown) => {
      throw new EngineFailure(refusal(thrown, there, folder));
    });
    return await work();
  } catch (thrown) {
    await removeEmpty(resolve(folder), there);
    throw thrown;
  }
}

function refusal(thrown: unknown, there: string, folder: string): EngineError {
  const code = thrown instanceof Error && 'code' in thrown ? thrown.code : undefined;
  // Seen only now where the system keeps who may write by lists, not by the flags that were looked at.
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return engineError('folder-read-only', { path: there });
  return systemFailure(thrown) ?? engineError('folder-not-made', { path: folder }, String(thrown));
}

/** From `folder` up to, and without, `there`. What is not empty refuses by itself. */
async function removeEmpty(folder: string, there: string): Promise<void> {
  for (let path = folder; path !== there; path = dirname(path))
    await rmdir(path).catch(() => undefined);
}

/** What stands at `folder`, or at the nearest place above it where anything stands. */
async function nearestThere(folder: string): Promise<{ path: string; isFolder: boolean }> {
  for (let path = folder; ; path = dirname(path)) {
    const found = await stat(path).catch(() => null);
    if (found) return { path, isFolder: found.isDirectory() };
    if (dirname(path) === path)
      throw new EngineFailure(engineError('folder-missing', { path: folder }));
  }
}
