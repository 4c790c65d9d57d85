import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { resolve } from 'node:path';
import { EngineFailure, engineError, type EngineError } from '../../../shared/contract/error';
import type { ImportOutcome, ImportSummary } from '../../../shared/contract/imports';
import { invariant } from '../../../shared/invariant';
import { findImport, findImportOfBytes, hasImportOfSize } from '../store/imports';
import { closeImport, importWriter, openImport } from '../store/import-writer';
import type { OpenWorkspace } from '../store/workspace-file';
import { systemFailure } from '../system-failure';
import { identicalRows, RepeatWatch } from './identical-rows';
import { importPiece, isMisread, type RowSink } from './import-rows';
import type { Layout } from './layout';
import { readPieces } from './pieces';
import { layoutOf, readHead, type ReadableFile } from './read-head';
import { settleRepeats } from './repeated-rows';
import { profileName, rowReader, sourceOf } from './row-reader';
import { issueLedger, newTally } from './tally';
import { setImportState } from './undo';

export interface ImportOptions {
  readonly signal: AbortSignal;
  /** Bytes read so far, of all. */
  readonly onProgress: (done: number, total: number) => void;
}

/** Thrown inside a pass over a file that turns out to be GB18030 further down: it is read once more. */
class OtherEncoding extends Error {
  override readonly name = 'OtherEncoding';
}

/**
 * Imports one file: all of it or nothing. Nothing but this function may write to the workspace while it
 * runs, since its transaction stays open between the pieces of the file. What goes wrong in a known way,
 * a cancel included, is a `failed` outcome, and the workspace is as it was.
 */
export async function importFile(
  open: OpenWorkspace,
  path: string,
  options: ImportOptions,
): Promise<ImportOutcome> {
  const absolute = resolve(path);
  const head = await readHead(absolute);
  if (!head.ok) return { outcome: 'failed', path: absolute, error: head.error };
  const file = head.value;
  try {
    const known = hasImportOfSize(open.readable, file.size)
      ? findImportOfBytes(open.readable, await hashOf(absolute, options.signal))
      : null;
    if (known?.state === 'live') return { outcome: 'unchanged', path: absolute, summary: known };
    if (known) {
      // The same bytes were taken back before: they return as they were.
      const summary = await setImportState(open, known.id, 'live', options.signal);
      return { outcome: 'imported', path: absolute, summary };
    }
    const summary = await importOnce(open, absolute, file, options);
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

async function hashOf(path: string, signal: AbortSignal): Promise<string> {
  const hash = createHash('sha256');
  for await (const bytes of createReadStream(path, { signal })) hash.update(bytes as Buffer);
  return hash.digest('hex');
}

async function importOnce(
  open: OpenWorkspace,
  path: string,
  file: ReadableFile,
  options: ImportOptions,
): Promise<ImportSummary> {
  try {
    return await inTransaction(open, () =>
      writeFile(open, path, file, file.layout, !file.encodingCertain, options),
    );
  } catch (thrown) {
    if (!(thrown instanceof OtherEncoding)) throw thrown;
    const layout = layoutOf(file.head, file.head.length === file.size, 'gb18030', file.fileName);
    if (!layout.ok) throw new EngineFailure(layout.error);
    return await inTransaction(open, () =>
      writeFile(open, path, file, layout.value, false, options),
    );
  }
}

/** One transaction around asynchronous work. */
async function inTransaction<T>(open: OpenWorkspace, work: () => Promise<T>): Promise<T> {
  const db = open.writable;
  db.exec('BEGIN IMMEDIATE');
  try {
    const value = await work();
    db.exec('COMMIT');
    return value;
  } catch (thrown) {
    // A full disk ends the transaction by itself.
    if (db.inTransaction) db.exec('ROLLBACK');
    throw thrown;
  }
}

async function writeFile(
  open: OpenWorkspace,
  path: string,
  file: ReadableFile,
  layout: Layout,
  mayBeOther: boolean,
  { signal, onProgress }: ImportOptions,
): Promise<ImportSummary> {
  const db = open.writable;
  const { fileName, size } = file;
  const importId = openImport(db, {
    path,
    fileName,
    size,
    container: 'csv',
    encoding: layout.encoding,
    delimiter: layout.delimiter,
    headerLine: layout.headerLine,
    kind: layout.profile.kind,
    profile: layout.profile.id,
    columns: layout.header.map((header, index) => ({
      header,
      field: layout.fields[index] ?? null,
    })),
    importedAt: new Date().toISOString(),
  });
  const writer = importWriter(db, importId, sourceOf(layout));
  const sink: RowSink = {
    file: fileName,
    reader: rowReader(layout),
    writer,
    issues: issueLedger(fileName, writer.issue),
    tally: newTally(),
    watch: new RepeatWatch(),
    first: null,
  };
  const hash = createHash('sha256');
  let pending = Promise.resolve();
  try {
    for await (const piece of readPieces(file.handle, layout, hash, signal, fileName)) {
      if (mayBeOther && isMisread(piece)) throw new OtherEncoding();
      // At most one piece is being compressed while the next is read: memory stays constant.
      await pending;
      pending = importPiece(piece, sink);
      onProgress(piece.bytesDone, size);
    }
  } finally {
    // A piece that is still under way must not reach for the database after a rollback.
    await pending.catch(() => undefined);
  }
  await pending;
  writer.flush();
  const { tally } = sink;
  if (tally.rows === 0)
    writer.issue({
      severity: 'warning',
      code: 'file-header-only',
      params: {},
      origin: { file: fileName },
    });
  const identical = sink.watch.suspected ? identicalRows(db, importId, fileName) : null;
  if (identical) writer.issue(identical);
  else if (sink.watch.stretch !== null)
    writer.issue({
      severity: 'note',
      code: 'identical-rows-nearby-only',
      params: { count: sink.watch.stretch },
      origin: { file: fileName },
    });
  sink.issues.close();
  closeImport(db, importId, {
    ...tally,
    sha256: hash.digest('hex'),
    profile: profileName(layout, sink.first),
    apps: tally.apps.size,
  });
  await settleRepeats(db, importId, signal);
  const summary = findImport(db, importId);
  invariant(summary, 'the import that was just written is not there');
  return summary;
}
