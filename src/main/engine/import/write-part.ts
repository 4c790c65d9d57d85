import { invariant } from '../../../shared/invariant';
import { UNNAMED_APPLICATION } from '../../../shared/usage/unnamed-application';
import { findImport } from '../store/imports/imports';
import type { WritableDb } from '../store/workspace/connection';
import { closeImport, openImport, type ImportHead } from '../store/imports/import-record';
import { importWriter, type ImportWriter } from '../store/evidence/import-writer';
import { pauseOn } from '../store/workspace/pause';
import type { OpenWorkspace } from '../store/workspace/workspace-file';
import type { Issue } from '../../../shared/issue';
import { exportName } from '../reading/layout/export-name';
import { identicalRows } from './rows/identical-rows';
import type { Layout } from '../reading/layout/layout';
import type { Part } from '../reading/tables/part';
import { bodyByteOf } from './rows/pieces';
import { readingNotes } from './reading-notes';
import type { ReadableFile } from '../reading/layout/read-head';
import { NoWorker, BESIDE_BYTES, readRowsBeside, workerScript } from './rows/rows-beside';
import { readRows, type RowsRead, type RowsToRead } from './rows/read-rows';
import { isReadByBytes, sourceOf } from '../reading/rows/row-reader';
import { writeSegments } from './changes/segment-usage';
import { settleImport } from './settle/settle-import';
import { statedText } from '../reading/layout/stated-facts';
import type { StateChange } from './changes/undo';
import type { ImportOptions } from './import-options';

/** What is imported, and what is to be said about the file it stands in. */
export interface Source {
  readonly part: Part;
  readonly notes: readonly Issue[];
}

/** Writes the rows of a table and what is to be said of it, and settles which imports count now. */
export async function writePart(
  open: OpenWorkspace,
  { part, notes }: Source,
  file: ReadableFile,
  layout: Layout,
  mayBeOther: boolean,
  options: ImportOptions,
): Promise<StateChange> {
  const { signal, onSettling, exportId, replace = false, more = false, asText = false } = options;
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
  const pause = pauseOn(signal, onSettling);
  if (layout.profile.segments) await writeSegments(db, importId, pause);
  const restated = await settleImport(db, importId, { replace, pause, more });
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
