import { open, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { EngineFailure, engineError } from '../../../shared/contract/error';
import { ENGINE_VERSION } from '../../engine/version';
import { CliFailure } from './cli-failure';
import type { Terminal } from './terminal';

/** `--json` alone or `--json -`: standard output; else the file to write. Undefined: no JSON was asked for. */
export type JsonTarget = string | true | undefined;

/** What every JSON of Recount begins with: the version of the engine that wrote it. */
const STAMP = /^\s*\{\s*"engine":\s*"/;

/** Writes `value` where `--json` says, with the engine's version first. A file is written as {@link replaceFile} does. */
export async function putJson(
  value: Readonly<Record<string, unknown>>,
  target: Exclude<JsonTarget, undefined>,
  { out }: Terminal,
): Promise<void> {
  const text = `${JSON.stringify({ engine: ENGINE_VERSION, ...value }, null, 2)}\n`;
  if (target === true || target === '-') {
    out(text);
    return;
  }
  await replaceFile(resolve(target), (draft) => writeFile(draft, text));
}

/**
 * Writes a JSON file that the user named, once what `write` makes is whole. One that is there is replaced only where
 * Recount wrote it: `--json usage.csv` is easily typed, and an export cannot be had again. Throws CliFailure
 * `fileNotOurs` otherwise.
 */
export async function replaceFile(
  file: string,
  write: (draft: string) => Promise<void>,
): Promise<void> {
  await checkTarget(file);
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

/**
 * Says before anything long begins whether a JSON file may be written where the user said. Throws CliFailure
 * `fileNotOurs`.
 */
export async function checkTarget(target: JsonTarget): Promise<void> {
  if (target === undefined || target === true || target === '-') return;
  if (!(await mayReplace(resolve(target)))) throw new CliFailure('fileNotOurs', { file: target });
}

/** Whether nothing is lost by writing `file`: it is not there, is empty, or begins as Recount begins its JSON. */
async function mayReplace(file: string): Promise<boolean> {
  const handle = await open(file).catch(() => null);
  if (!handle) return true;
  try {
    if (!(await handle.stat()).isFile()) return true;
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(64), 0, 64, 0);
    return bytesRead === 0 || STAMP.test(buffer.toString('utf8', 0, bytesRead));
  } finally {
    await handle.close();
  }
}
