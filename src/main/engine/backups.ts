import { statSync } from 'node:fs';
import type { BackupReason } from '../../shared/contract/backups';
import type { EngineContext } from './engine-context';
import { backUpAside } from './store/workspace/backup';
import { listBackups, nextBackupPath, trimRing } from './store/workspace/backup-ring';
import type { OpenWorkspace } from './store/workspace/workspace-file';
import { isTemporary } from './temporary-folder';

/** Begins a backup into the ring of the workspace, as a job; its result is `{path}`. */
export function startBackup(
  { jobs, changed }: EngineContext,
  { path }: OpenWorkspace,
  reason: BackupReason,
): string {
  return jobs.start('backup', async ({ signal, progress }) => {
    const target = nextBackupPath(path, reason, new Date());
    await backUpAside(path, target, signal, (done, total) =>
      progress({ phase: 'backing-up', done, total }),
    );
    trimRing(path);
    changed('backups');
    return { path: target };
  });
}

/**
 * The first opening on a day (UTC) keeps the workspace as it was, where it was changed since the newest backup.
 * Returns the job's id; null where there is nothing to do. A temporary workspace has no ring.
 */
export function startDailyBackup(context: EngineContext, workspace: OpenWorkspace): string | null {
  const { path } = workspace;
  if (isTemporary(path)) return null;
  const [newest] = listBackups(path);
  const today = new Date().toISOString().slice(0, 10);
  if (newest && (newest.createdAt.startsWith(today) || newest.createdAt > changedAt(path)))
    return null;
  return startBackup(context, workspace, 'daily');
}

/** When the file, or the log beside it, was last written; UTC, ISO 8601. */
function changedAt(path: string): string {
  const times = [path, `${path}-wal`].map(
    (file) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0,
  );
  return new Date(Math.max(...times)).toISOString();
}
