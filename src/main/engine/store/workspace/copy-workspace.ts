import { existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { engineError, type EngineError } from '../../../../shared/contract/error';
import { err, ok, type Result } from '../../../../shared/result';
import type { OpenWorkspace } from './workspace-file';

/**
 * A complete copy of what is committed, at another place. It is written beside the target and proved
 * before it takes the target's name, so that a file that was there is replaced whole or not at all.
 */
export function copyWorkspace(
  workspace: OpenWorkspace,
  target: string,
): Result<string, EngineError> {
  const folder = dirname(target);
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    return err(engineError('folder-missing', { path: folder }));
  const unfinished = `${target}.unfinished`;
  try {
    workspace.copyTo(unfinished);
    // A log left by the file that had this name would be replayed into the new one.
    for (const suffix of ['-wal', '-shm']) rmSync(`${target}${suffix}`, { force: true });
    renameSync(unfinished, target);
    return ok(target);
  } catch (thrown) {
    rmSync(unfinished, { force: true });
    if (isRefusal(thrown)) return err(engineError('folder-read-only', { path: folder }));
    throw thrown;
  }
}

function isRefusal(thrown: unknown): boolean {
  const code = thrown instanceof Error && 'code' in thrown ? thrown.code : undefined;
  return code === 'SQLITE_CANTOPEN' || code === 'EACCES' || code === 'EPERM' || code === 'EROFS';
}
