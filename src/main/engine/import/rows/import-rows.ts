import { zstdCompress } from 'node:zlib';
import { promisify } from 'node:util';
import type { ImportWriter } from '../../store/evidence/import-writer';
import { recordLines } from '../../reading/text/csv-records';
import { UNREADABLE } from '../../reading/text/encoding';
import { jsonOrigin } from '../../reading/tables/json-origin';
import type { MonthCheck } from './month-check';
import type { Piece } from './pieces';
import { quarantined, type RowRefusal } from '../../reading/cells/row-outcome';
import type { ReadRow } from '../../reading/rows/read-row';
import type { RowReader } from '../../reading/rows/row-reader';
import type { IssueLedger, Tally } from './tally';
import type { RepeatWatch } from './identical-rows';

const compress = promisify(zstdCompress);

/** Where the rows of a file go. */
export interface RowSink {
  readonly file: string;
  readonly columns: readonly { readonly header: string }[];
  readonly reader: RowReader;
  readonly writer: ImportWriter;
  readonly issues: IssueLedger;
  readonly tally: Tally;
  readonly watch: RepeatWatch;
  readonly months: MonthCheck;
  /** The first accepted row, which shows the form of the file. */
  first: ReadRow | null;
}

/** Text of the file that is being compressed on another thread; written when it is done. */
export type PendingChunk = Promise<void>;

const QUOTE_CODES = { within: 'row-open-quote', 'at-end': 'row-cut-off' } as const;

/** Reads and writes the rows of one piece, and answers when its text is stored too. */
export function importPiece(piece: Piece, sink: RowSink): PendingChunk {
  const { records } = piece;
  const { tally, reader } = sink;
  const firstRow = tally.rows + 1;
  const days = new DaysSeen();
  const misread = isMisread(piece);
  const lineOf = linesOf(piece, sink.columns);
  for (let index = 0; index < records.cells.length; index++) {
    const cells = records.cells[index] ?? [];
    tally.rows += 1;
    const value = shapeProblem(piece, index, misread) ?? reader.read(cells);
    takeRow(
      value,
      {
        line: () => lineOf(index),
        raw: () => piece.text.slice(records.starts[index], records.ends[index]),
        lastOfFile: piece.unfinished && index === records.cells.length - 1,
      },
      sink,
      days,
    );
  }
  return storeText(piece.text, { firstRow, firstLine: piece.firstLine, days }, sink);
}

/** Writes what a row was read as. */
export function takeRow(
  value: ReadRow | RowRefusal,
  place: Place,
  sink: RowSink,
  days: DaysSeen,
): void {
  if ('outcome' in value) {
    refuse(value, place, sink);
    return;
  }
  accept(value, sink);
  // By far the most rows are single measurements, which have nothing else to say.
  if ('granularity' in value) {
    days.see(value.day, value.day);
    return;
  }
  days.see(value.day, 'lastDay' in value ? value.lastDay : value.day);
  if ('bucket' in value) sink.months.see(value, place.line);
  if ('warnings' in value)
    for (const { code, params, column } of value.warnings)
      sink.issues.row({
        severity: 'warning',
        code,
        params,
        origin: { file: sink.file, line: place.line(), column: column ?? undefined },
      });
}

/** Compresses the text of the rows that were read last and writes it with what is known of them. */
export function storeText(
  verbatim: string | Buffer,
  { firstRow, firstLine, days }: { firstRow: number; firstLine: number; days: DaysSeen },
  { tally, writer }: RowSink,
): PendingChunk {
  widen(tally, days);
  const lastRow = tally.rows;
  if (lastRow < firstRow) return Promise.resolve();
  const { first: firstDay, last: lastDay } = days;
  return compress(verbatim).then((text) =>
    writer.chunk({ firstRow, lastRow, firstLine, firstDay, lastDay, text }),
  );
}

/** First and last day of some rows, YYYYMMDD; null before the first. */
export class DaysSeen {
  first: number | null = null;
  last: number | null = null;

  see(first: number, last: number): void {
    if (this.first === null || first < this.first) this.first = first;
    if (this.last === null || last > this.last) this.last = last;
  }
}

function shapeProblem(piece: Piece, index: number, misread: boolean): RowRefusal | null {
  if (piece.records.badQuotes.has(index)) return quarantined('row-bad-quotes');
  if (piece.openQuote) return quarantined(QUOTE_CODES[piece.openQuote]);
  const unreadable =
    misread && piece.records.cells[index]?.some((cell) => cell.includes(UNREADABLE));
  return unreadable ? quarantined('row-bad-encoding') : null;
}

function accept(value: ReadRow, sink: RowSink): void {
  const { tally, writer } = sink;
  tally.accepted += 1;
  sink.first ??= value;
  if (value.sdkAppId !== null) tally.apps.add(value.sdkAppId);
  if ('granularity' in value) sink.watch.see(writer.usage(tally.rows, value), value);
  else if ('measured' in value)
    for (const { slot, usage } of value.measured)
      sink.watch.see(writer.usage(tally.rows, usage, slot), usage);
  // Segments are counted together, when all of them are known (segment-usage.ts).
  else if ('segment' in value) return;
  else if ('evidence' in value) writer.evidence(tally.rows, value);
  else writer.bill(tally.rows, value);
}

/** Where a row stands; asked for only where something is to be said of it. */
interface Place {
  readonly line: () => number;
  /** Its text, verbatim. */
  readonly raw: () => string;
  /** Nothing stands behind the row, not even a line end. */
  readonly lastOfFile: boolean;
}

function refuse(refusal: RowRefusal, place: Place, sink: RowSink): void {
  const { tally } = sink;
  if (refusal.outcome === 'ignored') {
    tally.ignored += 1;
    if (refusal.remark)
      sink.issues.row({ ...refusal.remark, origin: { file: sink.file, line: place.line() } });
    sink.issues.ignored(refusal, place.line);
    return;
  }
  const line = place.line();
  tally.quarantined += 1;
  sink.writer.quarantine(tally.rows, refusal, line, place.raw());
  const origin = { file: sink.file, line, column: refusal.column ?? undefined };
  sink.issues.row({
    severity: 'error',
    code: refusal.code,
    params:
      refusal.column === null ? refusal.params : { ...refusal.params, column: refusal.column },
    origin,
  });
  // The last line has no line end and does not fit: what stood behind it is missing too.
  if (place.lastOfFile && ['row-cut-off', 'row-too-short'].includes(refusal.code))
    sink.issues.row({ severity: 'error', code: 'file-seems-cut', params: {}, origin });
}

/** Line of each record of a piece, worked out once, and only where somebody asks. */
function linesOf(
  piece: Piece,
  header: readonly { readonly header: string }[],
): (index: number) => number {
  let lines: readonly number[] | null = null;
  return (index) => {
    const json = jsonOrigin(header, piece.records.cells[index] ?? []);
    if (json) return json.line;
    lines ??= recordLines(piece.text, piece.records, piece.firstLine);
    return lines[index] ?? piece.firstLine;
  };
}

function widen(tally: Tally, days: DaysSeen): void {
  if (days.first === null || days.last === null) return;
  tally.firstDay = tally.firstDay === null ? days.first : Math.min(tally.firstDay, days.first);
  tally.lastDay = tally.lastDay === null ? days.last : Math.max(tally.lastDay, days.last);
}

/** True where a piece shows that its text was decoded with the wrong encoding. */
export function isMisread(piece: Piece): boolean {
  return piece.text.includes(UNREADABLE);
}
