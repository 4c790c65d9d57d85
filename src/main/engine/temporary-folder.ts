import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';

const PREFIX = 'recount-';
const FILE_NAME = 'workspace.recount';

/** The path for a workspace that lives only as long as it is open, in a folder of its own. */
export async function newTemporaryPath(): Promise<string> {
  return join(await mkdtemp(join(tmpdir(), PREFIX)), FILE_NAME);
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
