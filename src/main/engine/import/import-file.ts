import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { EngineFailure, engineError, type EngineError } from '../../../shared/contract/error';
import type { ImportOutcome, ImportSummary } from '../../../shared/contract/imports';
import { invariant } from '../../../shared/invariant';
import { findImport, findImportOfBytes, hasImportOfSize } from '../store/imports';
import { saveExport } from '../store/exports';
import { trailImport } from '../store/import-trail';
import { closeImport, importWriter, openImport } from '../store/import-writer';
import type { OpenWorkspace } from '../store/workspace-file';
import { systemFailure } from '../system-failure';
import type { Issue } from '../../../shared/issue';
import type { Forecast } from '../../../shared/contract/import-changes';
import { countedTotals } from '../store/counted-totals';
import { exportName } from './export-name';
import { forecastOf } from './forecast';
import { identicalRows, RepeatWatch } from './identical-rows';
import { fileBytes } from './file-bytes';
import { LineImport } from './import-lines';
import { importPiece, isMisread, type RowSink } from './import-rows';
import type { Layout } from './layout';
import { MonthCheck } from './month-check';
import type { Part } from './part';
import { bodyByteOf, readPieces } from './pieces';
import { readingNotes } from './reading-notes';
import { layoutOf, readHead, type ReadableFile } from './read-head';
import type { FoundRestatement } from './restatement';
import { profileName, rowReader, sourceOf } from './row-reader';
import { writeSegments } from './segment-usage';
import { settleImport } from './settle-import';
import { statedText, type Override } from './stated-facts';
import { issueLedger, newTally } from './tally';
import { setImportState } from './undo';
import { UsageLines } from './usage-lines';

export interface ImportOptions {
  readonly signal: AbortSignal;
  /** Bytes read so far, of all. */
  readonly onProgress: (done: number, total: number) => void;
  /** Import id of the first part of the same file; undefined: this is the first. */
  readonly exportId?: number | undefined;
  /** What the user says of the file that neither its rows nor its name do. */
  readonly override?: Override | undefined;
  /** Let it count instead of the imports that it restates. */
  readonly replace?: boolean | undefined;
  /** Take everything back at the end and only tell what would have changed. */
  readonly rehearsal?: ((forecast: Forecast) => void) | undefined;
}

/** Thrown inside a pass over a file that turns out to be GB18030 further down: it is read once more. */
class OtherEncoding extends Error {
  override readonly name = 'OtherEncoding';
}

/**
 * Imports one table: all of it or nothing, with these notes about the file it stands in. Nothing but this function may write to the workspace while it
 * runs, since its transaction stays open between the pieces of the file. What goes wrong in a known way,
 * a cancel included, is a `failed` outcome, and the workspace is as it was.
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
    const { layout } = file;
    if (layout.tiers?.needsApplication === true)
      throw new EngineFailure(engineError('file-needs-application', { file: file.fileName }));
    const known = hasImportOfSize(open.readable, file.size)
      ? findImportOfBytes(
          open.readable,
          await hashOf(part.text, options.signal),
          statedText(layout),
        )
      : null;
    if (known?.state === 'live' || (known && options.rehearsal))
      return { outcome: 'unchanged', path: absolute, summary: known };
    if (known) {
      // The same bytes were taken back before: they return as they were.
      const summary = await setImportState(open, known.id, 'live', options.signal);
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

async function hashOf(path: string, signal: AbortSignal): Promise<string> {
  const hash = createHash('sha256');
  for await (const bytes of createReadStream(path, { signal })) hash.update(bytes as Buffer);
  return hash.digest('hex');
}

/** What is imported, and what is to be said about the file it stands in. */
interface Source {
  readonly part: Part;
  readonly notes: readonly Issue[];
}

async function importOnce(
  open: OpenWorkspace,
  from: Source,
  file: ReadableFile,
  options: ImportOptions,
): Promise<ImportSummary> {
  try {
    return await inTransaction(open, options, () =>
      writeFile(open, from, file, file.layout, !file.encodingCertain, options),
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
    return await inTransaction(open, options, () =>
      writeFile(open, from, file, layout.value, false, options),
    );
  }
}

interface Written {
  readonly summary: ImportSummary;
  readonly restated: readonly FoundRestatement[];
}

/** One transaction around an import; of a rehearsal nothing stays but what it tells. */
async function inTransaction(
  open: OpenWorkspace,
  { rehearsal }: ImportOptions,
  work: () => Promise<Written>,
): Promise<ImportSummary> {
  const db = open.writable;
  db.exec('BEGIN IMMEDIATE');
  try {
    const before = rehearsal && countedTotals(db);
    const { summary, restated } = await work();
    if (before) rehearsal(forecastOf(db, summary, restated, before));
    if (!before) trailImport(db, 'imported', summary);
    db.exec(before ? 'ROLLBACK' : 'COMMIT');
    return summary;
  } catch (thrown) {
    // A full disk ends the transaction by itself.
    if (db.inTransaction) db.exec('ROLLBACK');
    throw thrown;
  }
}

async function writeFile(
  open: OpenWorkspace,
  { part, notes }: Source,
  file: ReadableFile,
  layout: Layout,
  mayBeOther: boolean,
  { signal, onProgress, exportId, replace = false }: ImportOptions,
): Promise<Written> {
  const db = open.writable;
  const { fileName, size } = file;
  const importId = openImport(db, {
    path: part.chosen,
    fileName,
    size,
    container: part.container,
    sheet: part.sheet,
    encoding: layout.encoding,
    delimiter: layout.delimiter,
    headerLine: layout.headerLine,
    kind: layout.profile.kind,
    profile: layout.profile.id,
    columns: layout.header.map((header, index) => ({
      header,
      field: layout.fields[index] ?? null,
    })),
    slots: layout.slots,
    stated: statedText(layout),
    importedAt: new Date().toISOString(),
  });
  const writer = importWriter(db, importId, sourceOf(layout), layout.slots);
  const sink: RowSink = {
    file: fileName,
    columns: layout.header.map((header) => ({ header })),
    reader: rowReader(layout),
    writer,
    issues: issueLedger(fileName, writer.issue),
    tally: newTally(),
    watch: new RepeatWatch(),
    months: new MonthCheck(exportName(part.chosen)),
    first: null,
  };
  const hash = createHash('sha256');
  const said = [...readingNotes(layout, fileName), ...(layout.tiers?.notes ?? [])];
  for (const note of [...notes, ...said]) writer.issue(note);
  let pending = Promise.resolve();
  try {
    const usage = UsageLines.of(layout, sink.reader.parts);
    const byLines = usage && new LineImport(usage, layout.delimiter, sink);
    const bodyByte = byLines && bodyByteOf(file.head, layout);
    const stretches = fileBytes(file.handle, hash, signal);
    for await (const piece of readPieces(stretches, layout, fileName, bodyByte)) {
      const asText = 'records' in piece;
      if (asText && mayBeOther && isMisread(piece)) throw new OtherEncoding();
      // At most one piece is being compressed while the next is read: memory stays constant.
      await pending;
      if (asText) pending = importPiece(piece, sink);
      else if (byLines) pending = byLines.take(piece);
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
  const otherMonths = sink.months.issue(fileName);
  if (otherMonths) writer.issue(otherMonths);
  sink.issues.close();
  closeImport(db, importId, {
    ...tally,
    sha256: hash.digest('hex'),
    profile: profileName(layout, sink.first),
    apps: tally.apps.size,
  });
  saveExport(db, importId, exportId ?? importId, exportName(part.chosen));
  if (layout.profile.segments) writeSegments(db, importId);
  const restated = await settleImport(db, importId, { replace, signal });
  const summary = findImport(db, importId);
  invariant(summary, 'the import that was just written is not there');
  return { summary, restated };
}
