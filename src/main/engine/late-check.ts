import type { EngineContext } from './engine-context';
import { damageBeside } from './store/workspace/check-beside';
import type { OpenWorkspace } from './store/workspace/workspace-file';

/**
 * Looks at the rest of a large workspace that was opened after a first look, and says `workspace.damaged` where
 * it is not whole and still open. Resolves with true where all is well.
 */
export async function checkTheRest(
  { session, emit }: Pick<EngineContext, 'session' | 'emit'>,
  workspace: OpenWorkspace,
): Promise<boolean> {
  const damage = await damageBeside(workspace.path);
  if (damage === null) return true;
  if (session.current() === workspace) emit('workspace.damaged', { path: workspace.path });
  return false;
}
