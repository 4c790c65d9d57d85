import { isUtf8 } from 'node:buffer';
import { EngineFailure, engineError } from '../../../../shared/contract/error';
import { linesBetween, splitRecords, type Records } from '../../reading/text/csv-records';
import { decoderOf, UNREADABLE, type Decoder } from '../../reading/text/encoding';
import type { Stretch } from '../../reading/text/file-bytes';
import type { Layout } from '../../reading/layout/layout';
import { stretchesInUtf8 } from '../../reading/text/stretches-in-utf8';
import { CR, LF } from './usage-lines';

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

/** Some whole lines of a file, in UTF-8: without quotes, each line a record that ends in LF or CRLF. */
export interface Lines {
  readonly bytes: Buffer;
  /** Line of the file on which `bytes` begin. */
  readonly firstLine: number;
  readonly bytesDone: number;
  /** Line ends in `bytes`. Told by whoever reads the rows, who meets them all. */
  count: number;
}

/** Where the text of a file goes on. */
interface Rest {
  readonly bytes: Buffer;
  readonly line: number;
  readonly bytesDone: number;
  /** Characters of the text that belong to no record. */
  readonly skip: number;
}

/**
 * Reads a file once, in order, as pieces of whole records. With `bodyByte`, where its records begin, it is given
 * as bytes for as long as it is plain; from where it is not any more, as text.
 * Throws EngineFailure `file-too-wide` for text that has no lines.
 */
export async function* readPieces(
  stretches: AsyncGenerator<Stretch, undefined>,
  layout: Layout,
  name: string,
  bodyByte: number | null,
): AsyncGenerator<Piece | Lines> {
  const begin = { bytes: Buffer.alloc(0), line: layout.bodyLine, bytesDone: 0 };
  if (bodyByte === null) {
    const text = decoderOf(layout.encoding);
    yield* takeText(stretches, text, layout, name, { ...begin, skip: layout.bodyStart });
    return;
  }
  const lines = stretchesInUtf8(stretches, layout.encoding);
  const rest = yield* takeLines(lines, { ...begin, skip: bodyByte });
  yield* takeText(lines, decoderOf('utf-8', true), layout, name, rest);
}

/** The byte, in UTF-8, at which the records of a file begin; null where its head cannot be told by its bytes. */
export function bodyByteOf(head: Buffer, { encoding, bodyStart }: Layout): number | null {
  const text = decoderOf(encoding).write(head).slice(0, bodyStart);
  if (text.includes(UNREADABLE)) return null;
  return Buffer.byteLength(text) + (encoding === 'utf-8-bom' ? 3 : 0);
}

/** All lines up to where a file is not plain; answers what comes from there on. */
async function* takeLines(
  stretches: AsyncGenerator<Stretch, undefined>,
  from: Rest,
): AsyncGenerator<Lines, Rest> {
  let { bytes, line, bytesDone, skip } = from;
  for (;;) {
    const next = await stretches.next();
    if (next.done) return { bytes, line, bytesDone, skip: 0 };
    ({ bytesDone } = next.value);
    bytes = Buffer.concat([bytes, next.value.bytes]);
    const skipped = Math.min(skip, bytes.length);
    bytes = bytes.subarray(skipped);
    skip -= skipped;
    const whole = bytes.subarray(0, bytes.lastIndexOf(LF) + 1);
    // Behind the last LF a CR alone would end a line too; as the last byte it may be half of a CRLF.
    const alone = bytes.indexOf(CR, whole.length);
    const linesEndInLf = alone === -1 || alone === bytes.length - 1;
    if (linesEndInLf && whole.length === 0 && bytes.length < LINE_LIMIT / 4) continue;
    if (!linesEndInLf || !isPlain(whole)) return { bytes, line, bytesDone, skip: 0 };
    const lines: Lines = { bytes: whole, firstLine: line, bytesDone, count: 0 };
    yield lines;
    line += lines.count;
    bytes = bytes.subarray(whole.length);
  }
}

/** Whether lines can be told apart by their bytes and hold nothing that has to be looked at as text. */
function isPlain(lines: Buffer): boolean {
  if (lines.includes('"') || lines.includes(UNREADABLE) || !isUtf8(lines)) return false;
  for (let at = lines.indexOf(CR); at !== -1; at = lines.indexOf(CR, at + 1))
    if (lines[at + 1] !== LF) return false;
  // Blank lines alone are no piece.
  return lines.some((byte) => byte !== LF && byte !== CR);
}

async function* takeText(
  stretches: AsyncGenerator<Stretch, undefined>,
  decoder: Decoder,
  layout: Layout,
  name: string,
  from: Rest,
): AsyncGenerator<Piece> {
  let { line, skip, bytesDone } = from;
  let text = decoder.write(from.bytes);
  for (let last = false; ;) {
    if (skip > 0) {
      const skipped = Math.min(skip, text.length);
      text = text.slice(skipped);
      skip -= skipped;
    }
    if (skip === 0 || last)
      for (const piece of takePieces(text, layout.delimiter, line, last, bytesDone)) {
        yield piece;
        text = text.slice(piece.text.length);
        line += piece.lines;
      }
    if (last) return;
    if (text.length > LINE_LIMIT)
      throw new EngineFailure(engineError('file-too-wide', { file: name }));
    const next = await stretches.next();
    last = next.done === true;
    if (next.value) ({ bytesDone } = next.value);
    text += next.value ? decoder.write(next.value.bytes) : decoder.end();
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
