import { engineError, type EngineError } from '../../shared/contract/error';

/** What the operating system and SQLite can refuse at any moment, as known failures. Null: a bug. */
export function systemFailure(thrown: unknown): EngineError | null {
  if (!(thrown instanceof Error) || !('code' in thrown)) return null;
  const path = 'path' in thrown && typeof thrown.path === 'string' ? thrown.path : '';
  switch (thrown.code) {
    case 'ENOSPC':
    case 'EDQUOT':
    case 'SQLITE_FULL':
      return engineError('disk-full', { path }, thrown.message);
    case 'SQLITE_BUSY':
    case 'SQLITE_LOCKED':
      return engineError('workspace-locked', { path }, thrown.message);
    case 'SQLITE_READONLY':
    case 'SQLITE_READONLY_DIRECTORY':
    case 'SQLITE_READONLY_DBMOVED':
      return engineError('workspace-read-only', { path }, thrown.message);
    case 'SQLITE_CORRUPT':
    case 'SQLITE_NOTADB':
      return engineError('workspace-damaged', { path }, thrown.message);
    default:
      return null;
  }
}
