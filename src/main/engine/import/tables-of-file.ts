import { EngineFailure, engineError, type EngineError } from '../../../shared/contract/error';
import type { Issue } from '../../../shared/issue';
import { systemFailure } from '../system-failure';
import type { Part } from '../reading/tables/part';
import { readHead } from '../reading/layout/read-head';
import type { Override } from '../reading/layout/stated-facts';
import { saidOfPart } from '../reading/tables/table-reading';
import { unpackFile } from '../reading/tables/unpack';

/** What is read of a file. */
export interface Tables {
  readonly tables: readonly Part[];
  /** What else is in the file, one note for each. */
  readonly notes: readonly Issue[];
}

/** A file as it was chosen, and what was said of it. */
export interface ChosenFile {
  readonly chosen: string;
  readonly override: Override;
  readonly signal: AbortSignal;
}

/** Opens a file for `work` and closes it after; what goes wrong in a known way is the answer. */
export async function withTables<T>(
  { chosen, override, signal }: ChosenFile,
  work: (tables: Tables) => Promise<T>,
): Promise<{ readonly value: T } | { readonly error: EngineError }> {
  try {
    const { parts, close } = await unpackFile(chosen, signal);
    try {
      return { value: await work(await tablesOf(parts, override)) };
    } finally {
      await close();
    }
  } catch (thrown) {
    if (thrown instanceof EngineFailure) return { error: thrown.error };
    if (thrown instanceof Error && thrown.name === 'AbortError')
      return { error: engineError('cancelled', {}) };
    const failure = systemFailure(thrown);
    if (!failure) throw thrown;
    return { error: failure };
  }
}

/** Which parts can be read. Where none can, the first is given on, so that its own error is said. */
async function tablesOf(parts: readonly Part[], override: Override): Promise<Tables> {
  if (parts.length === 1) return { tables: parts, notes: [] };
  const tables: Part[] = [];
  const notes: Issue[] = [];
  for (const part of parts) {
    const head = await readHead(part.text, part.fileName, saidOfPart(override, part));
    if (head.ok) {
      await head.value.handle.close();
      tables.push(part);
      continue;
    }
    const name = part.sheet ?? part.fileName.slice(part.fileName.indexOf('/') + 1);
    notes.push({ severity: 'note', code: 'part-left-out', params: { part: name } });
  }
  return tables.length === 0 ? { tables: parts.slice(0, 1), notes: [] } : { tables, notes };
}
