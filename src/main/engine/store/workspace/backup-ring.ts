import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import type { BackupReason } from '../../../../shared/contract/backups';

/** A backup that stands in the ring of a workspace. */
export interface StoredBackup {
  readonly path: string;
  /** UTC, ISO 8601 to the second. */
  readonly createdAt: string;
  readonly reason: BackupReason;
  /** Bytes. */
  readonly size: number;
}

/** Of each reason so many are kept, newest first; what a person asked for is never taken away. */
const KEPT: Readonly<Record<BackupReason, number>> = {
  daily: 7,
  'before-update': 3,
  'before-restore': 3,
  manual: Infinity,
};

const NAME = /^(\d{4}-\d{2}-\d{2}T)(\d{2})-(\d{2})-(\d{2})Z(?:-(\d+))?-([a-z-]+)\.recount$/;

/** The folder beside a workspace that holds its backups. */
export function ringFolder(workspace: string): string {
  return join(dirname(workspace), `${basename(workspace, extname(workspace))}.backups`);
}

/** Where the next backup goes; makes the folder. `at`: the present moment. */
export function nextBackupPath(workspace: string, reason: BackupReason, at: Date): string {
  const folder = ringFolder(workspace);
  mkdirSync(folder, { recursive: true });
  const taken = new Set(readdirSync(folder));
  const moment = `${at.toISOString().slice(0, 19).replaceAll(':', '-')}Z`;
  for (let n = 1; ; n++) {
    const name = `${moment}${n === 1 ? '' : `-${n}`}-${reason}.recount`;
    if (!taken.has(name)) return join(folder, name);
  }
}

/** The backups of a workspace, newest first; none where there is no ring. Other files in the folder are left alone. */
export function listBackups(workspace: string): StoredBackup[] {
  const folder = ringFolder(workspace);
  return namesIn(folder)
    .flatMap((name) => {
      const [, day, hour, minute, second, nth = '1', reason = ''] = NAME.exec(name) ?? [];
      if (day === undefined || !isReason(reason)) return [];
      const path = join(folder, name);
      const createdAt = `${day}${hour}:${minute}:${second}Z`;
      return [{ path, createdAt, reason, size: statSync(path).size, nth: Number(nth) }];
    })
    .toSorted((a, b) => b.createdAt.localeCompare(a.createdAt) || b.nth - a.nth)
    .map(({ path, createdAt, reason, size }) => ({ path, createdAt, reason, size }));
}

/** Takes away the oldest of each reason beyond what is kept. To be called once a new one is proved. */
export function trimRing(workspace: string): void {
  const seen: Partial<Record<BackupReason, number>> = {};
  for (const { path, reason } of listBackups(workspace)) {
    seen[reason] = (seen[reason] ?? 0) + 1;
    if (seen[reason] > KEPT[reason]) rmSync(path, { force: true });
  }
}

function isReason(text: string): text is BackupReason {
  return Object.hasOwn(KEPT, text);
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
