import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { EngineFailure, engineError, type EngineError } from '../../shared/contract/error';
import { systemFailure } from './system-failure';

const PREFIX = 'recount-';
const FILE_NAME = 'workspace.recount';

/** The path for a workspace that lives only as long as it is open, in a folder of its own. */
export async function newTemporaryPath(): Promise<string> {
  try {
    return join(await mkdtemp(join(tmpdir(), PREFIX)), FILE_NAME);
  } catch (thrown) {
    const failure = systemFailure(thrown) ?? refusal(thrown);
    throw failure ? new EngineFailure(failure) : thrown;
  }
}

/** The system's temporary folder is not there, or nobody may write into it. */
function refusal(thrown: unknown): EngineError | null {
  const code = thrown instanceof Error && 'code' in thrown ? thrown.code : undefined;
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return engineError('folder-missing', { path: tmpdir() });
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return engineError('folder-read-only', { path: tmpdir() });
  return null;
}

/** Told by its place, so that an engine that comes up after a crash knows it again. */
export function isTemporary(path: string): boolean {
  const folder = dirname(path);
  return (
    basename(path) === FILE_NAME &&
    basename(folder).startsWith(PREFIX) &&
    dirname(folder) === tmpdir()
  );
}

/** Removes a temporary workspace with its folder; does nothing for any other path. */
export async function removeTemporary(path: string): Promise<void> {
  if (isTemporary(path)) await rm(dirname(path), { recursive: true, force: true });
}
