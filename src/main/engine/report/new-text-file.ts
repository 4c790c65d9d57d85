import type { WriteStream } from 'node:fs';
import { access } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { EngineFailure, engineError } from '../../../shared/contract/error';
import { writeNewFiles } from './new-file';

/** Throws EngineFailure `file-exists` where anything stands at `path` already. */
export async function requireNoFile(path: string): Promise<void> {
  const taken = await access(path).then(
    () => true,
    () => false,
  );
  if (taken) throw new EngineFailure(engineError('file-exists', { file: basename(path) }));
}

/** One file that is there whole or not at all. None is replaced: throws what requireNoFile throws. */
export async function writeNewText(path: string, text: string): Promise<void> {
  await requireNoFile(path);
  const write = (stream: WriteStream) =>
    new Promise<void>((resolve) => stream.end(text, () => resolve()));
  await writeNewFiles(dirname(path), [{ path, write }]);
}
