import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { ImportSummary } from '../../../shared/contract/imports';
import { exportOf } from '../store/imports/exports';
import { hasImportOfSize, importsOfBytes } from '../store/imports/imports';
import type { OpenWorkspace } from '../store/workspace/workspace-file';
import type { Part } from '../reading/tables/part';
import { readHead, type ReadableFile } from '../reading/layout/read-head';
import { statedText } from '../reading/layout/stated-facts';
import type { ImportOptions } from './import-options';

/** Imports of exactly the bytes of a table, of which the same was said; see {@link importsOfBytes}. */
export async function sameImports(
  open: OpenWorkspace,
  part: Part,
  { override, signal }: Pick<ImportOptions, 'override' | 'signal'>,
): Promise<ImportSummary[]> {
  const head = await readHead(part.text, part.fileName, override);
  if (!head.ok) return [];
  try {
    return await importsOfSameBytes(open, part, head.value, signal);
  } finally {
    await head.value.handle.close();
  }
}

async function importsOfSameBytes(
  { writable }: OpenWorkspace,
  part: Part,
  { size, layout }: ReadableFile,
  signal: AbortSignal,
): Promise<ImportSummary[]> {
  if (!hasImportOfSize(writable, size)) return [];
  return importsOfBytes(writable, await hashOf(part.text, signal), statedText(layout));
}

/** The import that these bytes are already, whatever became of it; undefined: there is none. */
export async function knownImport(
  open: OpenWorkspace,
  part: Part,
  file: ReadableFile,
  { hereAs, signal }: ImportOptions,
): Promise<ImportSummary | undefined> {
  if (hereAs === null) return undefined;
  const same = await importsOfSameBytes(open, part, file, signal);
  return same.find(({ id }) => hereAs === undefined || exportOf(open.writable, id) === hereAs);
}

async function hashOf(path: string, signal: AbortSignal): Promise<string> {
  const hash = createHash('sha256');
  for await (const bytes of createReadStream(path, { signal })) hash.update(bytes as Buffer);
  return hash.digest('hex');
}
