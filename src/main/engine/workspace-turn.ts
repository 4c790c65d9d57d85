import { setImmediate as nextTurn } from 'node:timers/promises';
import { EngineFailure, engineError } from '../../shared/contract/error';
import type { OpenWorkspace } from './store/workspace/workspace-file';
import type { WorkspaceSession } from './workspace-session';

/** Lets other questions be answered; rejects with `no-workspace` once this workspace is not the open one any more. */
export function turnsOf(session: WorkspaceSession, workspace: OpenWorkspace): () => Promise<void> {
  return async () => {
    await nextTurn();
    if (session.current() !== workspace) throw new EngineFailure(engineError('no-workspace'));
  };
}
