import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { EngineFailure, engineError, type EngineError } from '../../../shared/contract/error';
import type { ImportOutcome, ImportSummary } from '../../../shared/contract/imports';
import { invariant } from '../../../shared/invariant';
import { UNNAMED_APPLICATION } from '../../../shared/usage/unnamed-application';
import { exportOf } from '../store/imports/exports';
import { findImport, hasImportOfSize, importsOfBytes } from '../store/imports/imports';
import { importInTrail } from '../store/imports/import-trail';
import { importStep, type ImportStep } from '../store/history/record-step';
import { startRecording } from '../store/history/recording';
import type { WritableDb } from '../store/workspace/connection';
import {
  closeImport,
  nextImportId,
  openImport,
  type ImportHead,
} from '../store/imports/import-record';
import { importWriter, type ImportWriter } from '../store/evidence/import-writer';
import type { OpenWorkspace } from '../store/workspace/workspace-file';
import { systemFailure } from '../system-failure';
import type { Issue } from '../../../shared/issue';
import type { Forecast } from '../../../shared/contract/import-changes';
import { countedTotals } from '../store/imports/counted-totals';
import { exportName } from '../reading/layout/export-name';
import { forecastOf } from './settle/forecast';
import { identicalRows } from './rows/identical-rows';
import type { Layout } from '../reading/layout/layout';
import type { Part } from '../reading/tables/part';
import { bodyByteOf } from './rows/pieces';
import { readingNotes } from './reading-notes';
import { layoutOf, readHead, type ReadableFile } from '../reading/layout/read-head';
import { NoWorker, BESIDE_BYTES, readRowsBeside, workerScript } from './rows/rows-beside';
import { OtherEncoding, readRows, type RowsRead, type RowsToRead } from './rows/read-rows';
import { isReadByBytes, sourceOf } from '../reading/rows/row-reader';
import { writeSegments } from './changes/segment-usage';
import { settleImport } from './settle/settle-import';
import { statedText, type Override } from '../reading/layout/stated-facts';
import { changeState, type StateChange } from './changes/undo';

export interface ImportOptions {
  readonly signal: AbortSignal;
  /** Bytes read so far, of all. */
  readonly onProgress: (done: number, total: number) => void;
  /** Import id of the first part of the same file; undefined: this is the first. */
  readonly exportId?: number | undefined;
  /** Other parts of the same file follow. */
  readonly more?: boolean | undefined;
  /** The export of which the same bytes may be here already; null: of none; undefined: of any. */
  readonly hereAs?: number | null | undefined;
  /** What the user says of the file that neither its rows nor its name do. */
  readonly override?: Override | undefined;
  /** Let it count instead of the imports that it restates. */
  readonly replace?: boolean | undefined;
  /** The built row-worker.ts, to be used whatever the file's size; undefined: as large files need it. */
  readonly worker?: string | undefined;
  /** Read rows as text also where they could be read by their bytes, which has to give the same. */
  readonly asText?: boolean | undefined;
  /** The step of the history that this is a part of; undefined: one of its own. */
  readonly step?: ImportStep | undefined;
  /** The caller's transaction is open already, and ends with it; a table that fails leaves nothing in it. */
  readonly within?: boolean | undefined;
  /** Only tell what changes: the caller takes everything back at the end. Always `within`. */
  readonly rehearsal?: ((forecast: Forecast) => void) | undefined;
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
    const known = await knownImport(open, part, file, options);
    if (known && known.state !== 'undone')
      return { outcome: 'unchanged', path: absolute, summary: known };
    if (known) {
      // The same bytes were taken back before: they return as they were.
      const summary = await inTransaction(open, part, options, 'import-redone', () =>
        changeState(open.writable, known, 'live', options.signal),
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

async function knownImport(
  open: OpenWorkspace,
  part: Part,
  file: ReadableFile,
  { hereAs, signal }: ImportOptions,
): Promise<ImportSummary | undefined> {
  if (hereAs === null) return undefined;
  const same = await importsOfSameBytes(open, part, file, signal);
  return same.find(({ id }) => hereAs === undefined || exportOf(open.writable, id) === hereAs);
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
    return await inTransaction(open, from.part, options, 'imported', () =>
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
    return await inTransaction(open, from.part, options, 'imported', () =>
      writeFile(open, from, file, layout.value, false, options),
    );
  }
}

const TABLE = 'one_table';

/** One transaction around an import, or a part of the caller's. */
async function inTransaction(
  open: OpenWorkspace,
  part: Part,
  { rehearsal, within = false, step = importStep() }: ImportOptions,
  kind: 'imported' | 'import-redone',
  work: () => Promise<StateChange>,
): Promise<ImportSummary> {
  const db = open.writable;
  // A full disk ends the caller's transaction: without it this part would be one of its own, and stay.
  if (within && !db.inTransaction)
    throw new EngineFailure(engineError('disk-full', { path: open.path }));
  db.exec(within ? `SAVEPOINT ${TABLE}` : 'BEGIN IMMEDIATE');
  try {
    const before = rehearsal && countedTotals(db);
    // Of a new import only what it changes of others; see recordingTriggers.
    const ownFrom = kind === 'imported' ? nextImportId(db) : null;
    const recording = rehearsal ? null : startRecording(db, ownFrom);
    const { summary, restated } = await work();
    if (before) rehearsal(forecastOf(db, summary, restated, before));
    if (recording) {
      if (kind === 'imported') recording.came(summary.id);
      step.add(db, basename(part.chosen), recording.end(), importInTrail(kind, summary));
    }
    db.exec(within ? `RELEASE ${TABLE}` : 'COMMIT');
    return summary;
  } catch (thrown) {
    // A full disk ends the transaction by itself.
    if (db.inTransaction) db.exec(within ? `ROLLBACK TO ${TABLE}; RELEASE ${TABLE}` : 'ROLLBACK');
    throw thrown;
  }
}

async function writeFile(
  open: OpenWorkspace,
  { part, notes }: Source,
  file: ReadableFile,
  layout: Layout,
  mayBeOther: boolean,
  options: ImportOptions,
): Promise<StateChange> {
  const { signal, exportId, replace = false, more = false, asText = false } = options;
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
    application: applicationOf(layout),
    partOf: exportId ?? null,
    name: exportName(part.chosen),
    importedAt: new Date().toISOString(),
  });
  const writer = importWriter(db, importId, sourceOf(layout), layout.slots);
  const said = [...readingNotes(layout, fileName), ...(layout.tiers?.notes ?? [])];
  for (const note of [...notes, ...said]) writer.issue(note);
  const rows: RowsToRead = {
    path: part.text,
    fileName,
    chosen: part.chosen,
    layout,
    bodyByte: !asText && isReadByBytes(layout) ? bodyByteOf(file.head, layout) : null,
    mayBeOther,
  };
  const read = await readSomewhere(file, rows, writer, options);
  for (const issue of issuesOfFile(db, importId, fileName, read)) writer.issue(issue);
  closeImport(db, importId, { ...read.tally, sha256: read.sha256, profile: read.profile });
  if (layout.profile.segments) writeSegments(db, importId);
  const restated = await settleImport(db, importId, { replace, signal, more });
  const summary = findImport(db, importId);
  invariant(summary, 'the import that was just written is not there');
  return { summary, restated };
}

/** Whose use the rows are of, where they do not say it themselves. */
function applicationOf({ tiers }: Layout): ImportHead['application'] {
  if (tiers?.stated.sdkAppId) return { app: tiers.stated.sdkAppId.value, by: 'stated' };
  return tiers?.applicationUnsaid ? { app: UNNAMED_APPLICATION, by: 'assumed' } : null;
}

/** Large files of usage are read on a thread of their own, while this one writes. */
async function readSomewhere(
  { handle, size }: ReadableFile,
  rows: RowsToRead,
  writer: ImportWriter,
  { signal, onProgress, worker }: ImportOptions,
): Promise<RowsRead> {
  const onPiece = (bytesDone: number) => onProgress(bytesDone, size);
  const script = worker ?? (size >= BESIDE_BYTES ? workerScript() : null);
  if (script !== null && rows.bodyByte !== null)
    try {
      return await readRowsBeside(script, rows, writer, signal, onPiece);
    } catch (thrown) {
      if (!(thrown instanceof NoWorker)) throw thrown;
    }
  return await readRows(handle, rows, writer, signal, onPiece);
}

/** What is to be said of the file as a whole, when all of its rows are written. */
function issuesOfFile(
  db: WritableDb,
  importId: number,
  file: string,
  { tally, suspected, stretch, otherMonths, counted }: RowsRead,
): Issue[] {
  const issues: Issue[] = [];
  if (tally.rows === 0)
    issues.push({ severity: 'warning', code: 'file-header-only', params: {}, origin: { file } });
  const identical = suspected ? identicalRows(db, importId, file) : null;
  if (identical) issues.push(identical);
  else if (stretch !== null)
    issues.push({
      severity: 'note',
      code: 'identical-rows-nearby-only',
      params: { count: stretch },
      origin: { file },
    });
  if (otherMonths) issues.push(otherMonths);
  return [...issues, ...counted];
}
