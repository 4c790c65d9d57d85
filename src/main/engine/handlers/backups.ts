import { basename, resolve } from 'node:path';
import type { Handlers } from '../../../shared/contract/contract';
import { startBackup } from '../backups';
import type { EngineContext } from '../engine-context';
import { listBackups, ringFolder } from '../store/workspace/backup-ring';
import { appendTrail } from '../store/history/trail';
import { salvage } from '../salvage';
import { workspaceView } from '../workspace-view';

type BackupMethod = Extract<keyof Handlers, `backups.${string}`>;

export function backupHandlers(context: EngineContext): Pick<Handlers, BackupMethod> {
  const { session, changed } = context;
  return {
    'backups.list': ({ path }) => {
      const workspace = path === null ? session.require().path : resolve(path);
      return { folder: ringFolder(workspace), backups: listBackups(workspace) };
    },
    'backups.make': () => ({ jobId: startBackup(context, session.require(), 'manual') }),
    'backups.restore': async ({ backup, path }) => {
      const { workspace, setAside } = await session.restore(backup, path);
      // Written into the restored file: what came after the backup is gone from it, and it says so.
      appendTrail(workspace.writable, 'restored', { backup: basename(backup) });
      changed('file', 'workspace', 'account', 'imports', 'audits', 'backups');
      return { workspace: workspaceView(workspace), setAside };
    },
    'backups.salvage': async ({ path, target }) => {
      const { workspace, ...found } = await salvage(session, path, target);
      changed('file', 'workspace', 'account', 'imports', 'audits', 'backups');
      return {
        workspace: workspaceView(workspace),
        ...found,
        kept: [...found.kept],
        lost: [...found.lost],
        tablesDamaged: [...found.tablesDamaged],
      };
    },
  };
}
