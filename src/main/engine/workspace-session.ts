import { resolve } from 'node:path';
import { EngineFailure, engineError, type EngineError } from '../../shared/contract/error';
import type { Result } from '../../shared/result';
import { copyWorkspace } from './store/workspace/copy-workspace';
import { backupProblem, putInPlace } from './store/workspace/restore-workspace';
import {
  openWorkspace,
  type FirstLook,
  type OpenWorkspace,
} from './store/workspace/workspace-file';
import { createWriteQueue } from './write-queue';
import { isTemporary, newTemporaryPath, removeTemporary } from './temporary-folder';

/** The one workspace that is open, or none. */
export interface WorkspaceSession {
  readonly current: () => OpenWorkspace | null;
  /** Throws `no-workspace`; `workspace-moved` once its file is not in its place any more. */
  readonly require: () => OpenWorkspace;
  readonly open: (path: string) => Promise<OpenWorkspace>;
  /** Never overwrites. null: a temporary one. */
  readonly create: (path: string | null) => Promise<OpenWorkspace>;
  /** Writes a complete, verified copy, which becomes the open workspace. */
  readonly saveCopy: (path: string) => Promise<OpenWorkspace>;
  /** Puts the proved backup in the place of the workspace at `path` and opens it. */
  readonly restore: (backup: string, path: string) => Promise<Restored>;
  readonly close: () => Promise<void>;
}

export interface Restored {
  readonly workspace: OpenWorkspace;
  /** Where the file that stood there is now; null where none did. */
  readonly setAside: string | null;
}

/**
 * `settle` ends whatever still works on the workspace, before it is exchanged for another. `look`: how much of an
 * existing file is looked at before it is opened at a person's wish.
 */
export function createSession(
  settle: () => Promise<void>,
  look: FirstLook = 'whole',
): WorkspaceSession {
  let open: OpenWorkspace | null = null;
  /** One exchange at a time: two that overlap would leave a file open that nobody holds. */
  const exchanges = createWriteQueue();

  const close = async () => {
    await settle();
    const closing = open;
    open = null;
    if (!closing) return;
    closing.close();
    await removeTemporary(closing.path);
  };
  /** The new file is opened before the old one is let go: a refusal leaves everything as it was. */
  const become = async (next: Result<OpenWorkspace, EngineError>) => {
    const opened = valueOf(next);
    await close();
    open = opened;
    return opened;
  };

  return {
    current: () => open,
    require: () => {
      if (!open) throw new EngineFailure(engineError('no-workspace'));
      if (!open.inPlace()) {
        // What was committed belongs into the file, wherever somebody has put it.
        open.gather();
        throw new EngineFailure(engineError('workspace-moved', { path: open.path }));
      }
      return open;
    },
    open: (path) =>
      exchanges.run(async () => {
        if (open && resolve(path) === resolve(open.path) && open.inPlace()) return open;
        return await become(openWorkspace(resolve(path), 'open', look));
      }),
    create: (path) =>
      exchanges.run(async () => {
        const place = path === null ? await newTemporaryPath() : resolve(path);
        return await become(openWorkspace(place, 'create'));
      }),
    saveCopy: (path) =>
      exchanges.run(async () => {
        await settle();
        if (!open) throw new EngineFailure(engineError('no-workspace'));
        const target = resolve(path);
        if (target === resolve(open.path)) return open;
        valueOf(copyWorkspace(open, target));
        return await become(openWorkspace(target, 'open'));
      }),
    restore: (backup, path) =>
      exchanges.run(async () => {
        const place = resolve(path);
        const problem = backupProblem(resolve(backup));
        if (problem) throw new EngineFailure(problem);
        const here = open !== null && resolve(open.path) === place;
        if (here) await close();
        try {
          const setAside = valueOf(putInPlace(resolve(backup), place, new Date()));
          return { workspace: await become(openWorkspace(place, 'open')), setAside };
        } catch (thrown) {
          // What was open is open again: a restore that fails leaves everything as it was.
          const again = here ? openWorkspace(place, 'open') : null;
          if (again?.ok) open = again.value;
          throw thrown;
        }
      }),
    close: () => exchanges.run(close),
  };
}

export function isTemporaryWorkspace(workspace: OpenWorkspace): boolean {
  return isTemporary(workspace.path);
}

function valueOf<T>(result: Result<T, EngineError>): T {
  if (!result.ok) throw new EngineFailure(result.error);
  return result.value;
}
