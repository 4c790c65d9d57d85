import { resolve } from 'node:path';
import { EngineFailure, engineError } from '../../../shared/contract/error';
import type { TableOfFile } from '../../../shared/contract/column-mapping';
import type { Inspection } from '../../../shared/contract/imports';
import type { MappingDraft } from '../../../shared/contract/mapping';
import type { ReadableDb } from '../store/workspace/connection';
import { draftMapping } from '../reading/mapping/draft-mapping';
import type { Override } from '../reading/layout/stated-facts';
import { saidOfPart } from '../reading/tables/table-reading';
import { unpackFile } from '../reading/tables/unpack';
import { inspectPart } from './inspect-part';
import { withTables } from './tables-of-file';

const NEVER = new AbortController().signal;

/** Says how each table of a file would be read; changes nothing. See {@link inspectPart}. */
export async function inspectFile(
  db: ReadableDb | null,
  path: string,
  override: Override = {},
): Promise<Inspection[]> {
  const chosen = resolve(path);
  const done = await withTables({ chosen, override, signal: NEVER }, async ({ tables, notes }) => {
    const inspections: Inspection[] = [];
    for (const [index, part] of tables.entries())
      inspections.push(
        await inspectPart(db, part, index === 0 ? notes : [], saidOfPart(override, part)),
      );
    return inspections;
  });
  if (!('error' in done)) return done.value;
  const fileName = chosen.split(/[\\/]/).at(-1) ?? chosen;
  return [{ ok: false, path: chosen, fileName, sheet: null, error: done.error, mappable: false }];
}

/** How the columns of one table are, or would be, read. Throws EngineFailure where there is no such table. */
export async function inspectTable(
  { path, fileName, sheet }: TableOfFile,
  override: Override,
): Promise<MappingDraft> {
  const chosen = resolve(path);
  const { parts, close } = await unpackFile(chosen, NEVER);
  try {
    const part =
      parts.find(
        (one) =>
          (fileName === null || one.fileName === fileName) &&
          (sheet === null || one.sheet === sheet),
      ) ?? null;
    if (part?.container === 'json' || !part)
      throw new EngineFailure(engineError('file-no-header', { file: fileName ?? path }));
    return await draftMapping(part, saidOfPart(override, part));
  } finally {
    await close();
  }
}
