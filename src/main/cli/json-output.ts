import { rename, rm, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
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
  const file = resolve(target);
  const draft = `${file}.part-${process.pid}`;
  try {
    await writeFile(draft, text);
    await rename(draft, file);
  } catch (thrown) {
    await rm(draft, { force: true });
    const reason = thrown instanceof Error ? thrown.message : String(thrown);
    throw new CliFailure('cannotWrite', { file, reason });
  }
}
