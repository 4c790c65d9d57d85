import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import type { Issue } from '../../../../shared/issue';
import type { ImportWriter } from '../../store/evidence/import-writer';
import { exportName } from '../../reading/layout/export-name';
import { fileBytes } from '../../reading/text/file-bytes';
import { RepeatWatch } from './identical-rows';
import { LineImport } from './import-lines';
import { importPiece, isMisread, type RowSink } from './import-rows';
import type { Layout } from '../../reading/layout/layout';
import { MonthCheck } from './month-check';
import { readPieces } from './pieces';
import { profileName, rowReader } from '../../reading/rows/row-reader';
import { issueLedger, newTally, type Tally } from './tally';
import { UsageLines } from './usage-lines';

/** A file whose rows are to be read, and how. Can be sent to another thread. */
export interface RowsToRead {
  /** The text that is read, absolute. */
  readonly path: string;
  /** How it is called towards the user. */
  readonly fileName: string;
  /** The file that the user chose: its name tells the month. */
  readonly chosen: string;
  readonly layout: Layout;
  /** Where its rows begin, of a file that can be read by its bytes; else null. */
  readonly bodyByte: number | null;
  /** What was taken to be UTF-8 may turn out to be GB18030 further down. */
  readonly mayBeOther: boolean;
}

/** What is known of a file when its last row has been read. */
export interface RowsRead {
  readonly tally: Omit<Tally, 'apps'> & { readonly apps: number };
  readonly sha256: string;
  readonly profile: string;
  /** Whether it may hold the same usage row twice; see {@link RepeatWatch}. */
  readonly suspected: boolean;
  readonly stretch: number | null;
  readonly otherMonths: Issue | null;
  /** What was counted but not listed. */
  readonly counted: readonly Issue[];
}

/** Thrown inside a pass over a file that turns out to be GB18030 further down: it is read once more. */
export class OtherEncoding extends Error {
  override readonly name = 'OtherEncoding';
}

/**
 * Reads all rows of a file and hands them to `writer`. After each piece `onPiece` hears how many bytes are
 * done; where it answers with a promise, that is waited for.
 * Throws {@link OtherEncoding}, EngineFailure `cancelled` and `file-too-wide`.
 */
export async function readRows(
  handle: FileHandle,
  { layout, fileName, chosen, bodyByte, mayBeOther }: RowsToRead,
  writer: ImportWriter,
  signal: AbortSignal,
  onPiece: (bytesDone: number) => Promise<void> | void,
): Promise<RowsRead> {
  const sink: RowSink = {
    file: fileName,
    columns: layout.header.map((header) => ({ header })),
    reader: rowReader(layout),
    writer,
    issues: issueLedger(fileName, writer.issue),
    tally: newTally(),
    watch: new RepeatWatch(),
    months: new MonthCheck(exportName(chosen)),
    first: null,
  };
  const { parts } = sink.reader;
  const usage = bodyByte === null || !parts ? null : new UsageLines(layout, parts);
  const byLines = usage && new LineImport(usage, layout.delimiter, sink);
  const hash = createHash('sha256');
  let pending = Promise.resolve();
  try {
    const stretches = fileBytes(handle, hash, signal);
    for await (const piece of readPieces(stretches, layout, fileName, byLines && bodyByte)) {
      const asText = 'records' in piece;
      if (asText && mayBeOther && isMisread(piece)) throw new OtherEncoding();
      // At most one piece is being compressed while the next is read: memory stays constant.
      await pending;
      if (asText) pending = importPiece(piece, sink);
      else if (byLines) pending = byLines.take(piece);
      await onPiece(piece.bytesDone);
    }
  } finally {
    // A piece that is still under way must not reach for the database after a rollback.
    await pending.catch(() => undefined);
  }
  await pending;
  writer.flush();
  return {
    tally: { ...sink.tally, apps: sink.tally.apps.size },
    sha256: hash.digest('hex'),
    profile: profileName(layout, sink.first),
    suspected: sink.watch.suspected,
    stretch: sink.watch.stretch,
    otherMonths: sink.months.issue(fileName),
    counted: sink.issues.close(),
  };
}
