import { rename, rm, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { EngineFailure, engineError } from '../../../shared/contract/error';
import { CliFailure } from './cli-failure';
import type { Terminal } from './terminal';

/** `--json` alone or `--json -`: standard output; else the file to write. Undefined: no JSON was asked for. */
export type JsonTarget = string | true | undefined;

/** Writes `value` where `--json` says; a file is replaced only once the new one is whole. */
export async function putJson(
  value: object,
  target: Exclude<JsonTarget, undefined>,
  { out }: Terminal,
): Promise<void> {
  const text = `${JSON.stringify(value, null, 2)}\n`;
  if (target === true || target === '-') {
    out(text);
    return;
  }
  await replaceFile(resolve(target), (draft) => writeFile(draft, text));
}

/** A file that the user named: it is replaced, but only once the new one, which `write` makes, is whole. */
export async function replaceFile(
  file: string,
  write: (draft: string) => Promise<void>,
): Promise<void> {
  const draft = `${file}.part-${process.pid}`;
  try {
    await write(draft);
    await rename(draft, file);
  } catch (thrown) {
    await rm(draft, { force: true });
    if (isMissing(thrown))
      throw new EngineFailure(engineError('folder-missing', { path: dirname(file) }));
    const reason = thrown instanceof Error ? thrown.message : String(thrown);
    throw new CliFailure('cannotWrite', { file, reason });
  }
}

/** The folder that a file was to be written into is not there. */
function isMissing(thrown: unknown): boolean {
  return thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT';
}
