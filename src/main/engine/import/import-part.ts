import { EngineFailure, engineError, type EngineError } from '../../../shared/contract/error';
import type { ImportOutcome, ImportSummary } from '../../../shared/contract/imports';
import { pauseOn } from '../store/workspace/pause';
import type { OpenWorkspace } from '../store/workspace/workspace-file';
import { systemFailure } from '../system-failure';
import type { Issue } from '../../../shared/issue';
import type { Part } from '../reading/tables/part';
import { layoutOf, readHead, type ReadableFile } from '../reading/layout/read-head';
import { OtherEncoding } from './rows/read-rows';
import { changeState } from './changes/undo';
import type { ImportOptions } from './import-options';
import { knownImport } from './known-imports';
import { inTransaction } from './one-transaction';
import { type Source, writePart } from './write-part';

/**
 * Imports one table: all of it or nothing, with these notes about the file it stands in. Nothing but this function
 * may write to the workspace while it runs, since its transaction stays open between the pieces of the file. What goes
 * wrong in a known way, a cancel included, is a `failed` outcome, and the workspace is as it was.
 */
export async function importPart(
  open: OpenWorkspace,
  part: Part,
  notes: readonly Issue[],
  options: ImportOptions,
): Promise<ImportOutcome> {
  const absolute = part.chosen;
  const head = await readHead(part.text, part.fileName, options.override);
  if (!head.ok) return { outcome: 'failed', path: absolute, error: head.error };
  const file = head.value;
  try {
    const known = await knownImport(open, part, file, options);
    if (known && known.state !== 'undone')
      return { outcome: 'unchanged', path: absolute, summary: known };
    if (known) {
      // The same bytes were taken back before: they return as they were.
      const summary = await inTransaction(open, part, options, 'import-redone', () =>
        changeState(open.writable, known, 'live', pauseOn(options.signal, options.onSettling)),
      );
      return { outcome: 'imported', path: absolute, summary };
    }
    const summary = await importOnce(open, { part, notes }, file, options);
    return { outcome: 'imported', path: absolute, summary };
  } catch (thrown) {
    const error = knownFailure(thrown, open.path);
    if (!error) throw thrown;
    return { outcome: 'failed', path: absolute, error };
  } finally {
    await file.handle.close();
  }
}

function knownFailure(thrown: unknown, workspace: string): EngineError | null {
  if (thrown instanceof EngineFailure) return thrown.error;
  if (thrown instanceof Error && thrown.name === 'AbortError') return engineError('cancelled', {});
  const failure = systemFailure(thrown);
  return (
    failure && {
      ...failure,
      params: { ...failure.params, path: failure.params['path'] || workspace },
    }
  );
}

async function importOnce(
  open: OpenWorkspace,
  from: Source,
  file: ReadableFile,
  options: ImportOptions,
): Promise<ImportSummary> {
  try {
    return await inTransaction(open, from.part, options, 'imported', () =>
      writePart(open, from, file, file.layout, !file.encodingCertain, options),
    );
  } catch (thrown) {
    if (!(thrown instanceof OtherEncoding)) throw thrown;
    const layout = layoutOf(
      file.head,
      file.head.length === file.size,
      'gb18030',
      file.fileName,
      options.override ?? {},
    );
    if (!layout.ok) throw new EngineFailure(layout.error);
    return await inTransaction(open, from.part, options, 'imported', () =>
      writePart(open, from, file, layout.value, false, options),
    );
  }
}
