import { existsSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { engineError, type EngineError } from '../../../shared/contract/error';
import { err, ok, type Result } from '../../../shared/result';
import { systemFailure } from '../system-failure';
import { backUp } from './backup';
import type { OpenWorkspace } from './workspace-file';

/** Writes a complete, verified copy of the open workspace to `target`. An existing file is not overwritten. */
export function copyWorkspace(open: OpenWorkspace, target: string): Result<string, EngineError> {
  const folder = dirname(target);
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    return err(engineError('folder-missing', { path: folder }));
  if (existsSync(target)) return err(engineError('workspace-exists', { path: target }));
  try {
    backUp(open.writable, target);
    return ok(target);
  } catch (thrown) {
    rmSync(target, { force: true });
    const failure = systemFailure(thrown);
    if (failure) return err({ ...failure, params: { path: target } });
    if (thrown instanceof Error && 'code' in thrown && thrown.code === 'SQLITE_CANTOPEN')
      return err(engineError('folder-read-only', { path: folder }, thrown.message));
    throw thrown;
  }
}
