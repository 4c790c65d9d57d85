import Papa from 'papaparse';

/** The records of a piece of delimited text, with where each stands in it. */
export interface Records {
  readonly cells: readonly (readonly string[])[];
  /** Index of the first and, exclusive of its line end, last character of each record. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** Records whose quotes do not follow RFC 4180. */
  readonly badQuotes: ReadonlySet<number>;
  /** Characters that are done; the rest belongs to the next piece. */
  readonly consumed: number;
  /** The text ended inside a quoted field: the last record is not whole. Only with `last`. */
  readonly unclosed: boolean;
}

const BARE_CR = /\r(?!\n)/g;

/**
 * Splits text into records. Lines may end in LF, CRLF or CR, also mixed; empty lines are no records, but a line
 * of blanks is one.
 * Without `last` only records whose line end is in the text are given. What is done with a record again
 * later (its raw text, a second look) goes through here too, so that it always means the same record.
 */
export function splitRecords(text: string, delimiter: string, last: boolean): Records {
  // A CR at the end may be half of a CRLF.
  const whole = !last && text.endsWith('\r') ? text.slice(0, -1) : text;
  // Same length, so that every position still holds in the verbatim text.
  const unified = whole.includes('\r') ? whole.replace(BARE_CR, '\n') : whole;
  return unified.includes('"')
    ? splitQuoted(unified, delimiter, last)
    : splitPlain(unified, delimiter, last);
}

/** Without a quote every line is a record, and splitting it is all there is to do. */
function splitPlain(text: string, delimiter: string, last: boolean): Records {
  const cells: string[][] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let start = 0;
  for (;;) {
    const lineEnd = text.indexOf('\n', start);
    if (lineEnd === -1 && (!last || start >= text.length)) break;
    const stop = lineEnd === -1 ? text.length : lineEnd;
    const end = text.charCodeAt(stop - 1) === 13 && stop > start ? stop - 1 : stop;
    if (end > start) {
      cells.push(text.slice(start, end).split(delimiter));
      starts.push(start);
      ends.push(end);
    }
    start = stop + 1;
    if (lineEnd === -1) break;
  }
  const consumed = Math.min(start, text.length);
  return { cells, starts, ends, badQuotes: new Set(), consumed, unclosed: false };
}

function splitQuoted(text: string, delimiter: string, last: boolean): Records {
  const cells: string[][] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const badQuotes = new Set<number>();
  let consumed = 0;
  let unclosed = false;
  const parser = new Papa.Parser({
    delimiter,
    newline: '\n',
    fastMode: false,
    step: (result: Papa.ParseStepResult<string[][]>) => {
      const start = consumed;
      consumed = result.meta.cursor;
      const row = result.data[0] ?? [];
      const end = endOfRecord(text, start, consumed);
      if (end === start) return;
      if (result.errors.some((error) => error.code === 'MissingQuotes')) unclosed = true;
      if (result.errors.some((error) => error.code === 'InvalidQuotes'))
        badQuotes.add(cells.length);
      dropCarriageReturn(row, text.charCodeAt(end - 1));
      cells.push(row);
      starts.push(start);
      ends.push(end);
    },
  });
  parser.parse(text, 0, !last);
  return { cells, starts, ends, badQuotes, consumed, unclosed };
}

/** The parser ends lines at LF; the CR of a CRLF is then left in the last cell, unless that was quoted. */
function dropCarriageReturn(row: string[], lastChar: number): void {
  const last = row.length - 1;
  const cell = row[last] ?? '';
  if (cell.endsWith('\r') && lastChar !== 34) row[last] = cell.slice(0, -1);
}

function endOfRecord(text: string, start: number, stop: number): number {
  let end = stop;
  while (end > start && (text.charCodeAt(end - 1) === 10 || text.charCodeAt(end - 1) === 13)) end--;
  return end;
}

/** Line ends in text[from, to), with CRLF as one: how many lines further down `to` is. */
export function linesBetween(text: string, from: number, to: number): number {
  let lines = 0;
  for (let at = text.indexOf('\n', from); at !== -1 && at < to; at = text.indexOf('\n', at + 1))
    lines++;
  for (let at = text.indexOf('\r', from); at !== -1 && at < to; at = text.indexOf('\r', at + 1)) {
    if (text.charCodeAt(at + 1) === 10) {
      // Where lines end in CRLF they nearly all do; the next CR is looked for behind this pair.
      at += 1;
      continue;
    }
    lines++;
  }
  return lines;
}

/** Line of the file on which each record begins, where the text begins on `firstLine`. */
export function recordLines(text: string, records: Records, firstLine: number): number[] {
  let line = firstLine;
  let at = 0;
  return records.starts.map((start) => {
    line += linesBetween(text, at, start);
    at = start;
    return line;
  });
}
