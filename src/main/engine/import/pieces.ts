import type { Hash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { EngineFailure, engineError } from '../../../shared/contract/error';
import { linesBetween, splitRecords, type Records } from './csv-records';
import { decoderOf } from './encoding';
import type { Layout } from './layout';

/** Bytes read at a time: small enough to hear a cancel soon, large enough to compress well. */
export const READ_BYTES = 256 * 1024;
/** Text without the end of a record, above which a quote is taken to be left open. */
const RECORD_LIMIT = 1024 * 1024;
/** Text without a line end, above which a file is refused. */
const LINE_LIMIT = 1024 * 1024;

/** Some whole records of a file, with the text they stand in, verbatim. */
export interface Piece {
  readonly text: string;
  readonly records: Records;
  /** Line of the file on which `text` begins. */
  readonly firstLine: number;
  /** Line ends in `text`. */
  readonly lines: number;
  /** The one record of the piece opens a quote that is not closed in its line; `at-end`: the file stops in it. */
  readonly openQuote: 'within' | 'at-end' | null;
  /** The file ends here, and without a line end. */
  readonly unfinished: boolean;
  readonly bytesDone: number;
}

/**
 * Reads a file once, in order, as pieces of whole records; `hash` takes every byte on its way.
 * Throws EngineFailure `file-too-wide` for text that has no lines, `cancelled` on a signal.
 */
export async function* readPieces(
  file: FileHandle,
  layout: Layout,
  hash: Hash,
  signal: AbortSignal,
  name: string,
): AsyncGenerator<Piece> {
  const decoder = decoderOf(layout.encoding);
  let buffers = [Buffer.allocUnsafe(READ_BYTES), Buffer.allocUnsafe(READ_BYTES)] as const;
  let text = '';
  let line = layout.bodyLine;
  let skip = layout.bodyStart;
  let bytesDone = 0;
  // The next read is under way while a piece is being worked on.
  let reading = file.read(buffers[0], 0, READ_BYTES);
  for (;;) {
    if (signal.aborted) throw new EngineFailure(engineError('cancelled', {}));
    const { bytesRead } = await reading;
    const bytes = buffers[0].subarray(0, bytesRead);
    const last = bytesRead === 0;
    buffers = [buffers[1], buffers[0]];
    if (!last) {
      reading = file.read(buffers[0], 0, READ_BYTES);
      // Whoever stops early never asks for it; a failed read is met when it is awaited.
      reading.catch(() => undefined);
    }
    hash.update(bytes);
    bytesDone += bytesRead;
    text += last ? decoder.end() : decoder.write(bytes);
    if (skip > 0) {
      const skipped = Math.min(skip, text.length);
      text = text.slice(skipped);
      skip -= skipped;
      if (skip > 0 && !last) continue;
    }
    for (const piece of takePieces(text, layout.delimiter, line, last, bytesDone)) {
      yield piece;
      text = text.slice(piece.text.length);
      line += piece.lines;
    }
    if (last) return;
    if (text.length > LINE_LIMIT)
      throw new EngineFailure(engineError('file-too-wide', { file: name }));
  }
}

/**
 * All pieces that can be made of `text` now. A quote that swallows the lines behind it costs only its own
 * line: that line becomes a piece of its own and reading goes on with the next.
 */
function* takePieces(
  text: string,
  delimiter: string,
  line: number,
  last: boolean,
  bytesDone: number,
): Generator<Piece> {
  let rest = text;
  let firstLine = line;
  const cut = (length: number, openQuote: Piece['openQuote'], known?: Records): Piece => {
    const part = rest.slice(0, length);
    const ends = last && length === rest.length && !/[\r\n]$/.test(part);
    const lines = linesBetween(part, 0, part.length);
    const piece = {
      text: part,
      lines,
      records: known ?? splitRecords(part, delimiter, true),
      firstLine,
      openQuote,
      unfinished: ends,
      bytesDone,
    };
    rest = rest.slice(length);
    firstLine += lines;
    return piece;
  };
  while (rest !== '') {
    const records = splitRecords(rest, delimiter, last);
    const swallowing = firstSwallowing(rest, records);
    if (swallowing === null) {
      if (records.cells.length > 0 || last) {
        const length = last ? rest.length : records.consumed;
        yield cut(length, null, records);
      }
      if (last || rest.length < RECORD_LIMIT || !/[\r\n]./s.test(rest)) return;
      yield cut(lineLength(rest, 0), 'within');
      continue;
    }
    const start = records.starts[swallowing] ?? 0;
    if (start > 0) yield cut(start, null);
    const length = lineLength(rest, 0);
    const fileStops = last && length === rest.length && !/[\r\n]$/.test(rest);
    yield cut(length, fileStops ? 'at-end' : 'within');
  }
}

/** The first record whose quotes are wrong and that goes on over several lines, or that never ends. */
function firstSwallowing(text: string, records: Records): number | null {
  for (const index of records.badQuotes)
    if (/[\r\n]/.test(text.slice(records.starts[index], records.ends[index]))) return index;
  return records.unclosed ? records.cells.length - 1 : null;
}

function lineLength(text: string, from: number): number {
  const end = /\r\n|\r|\n/.exec(text.slice(from));
  return end ? end.index + end[0].length : text.length - from;
}
