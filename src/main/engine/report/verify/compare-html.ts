import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import type { Language } from '../../../../shared/contract/fields';
import type { Findings } from './findings';
import { sentence } from '../../locale/sentence';
import { BARS_TABLE } from '../html/bridge-bars';
import { headingsSetLater } from './set-later';

const CELL = /<(td|th)[^>]*>(.*?)<\/\1>/g;

/** Compares a web page line by line with the one that is made today; a row of a table cell by cell. */
export async function compareHtml(
  found: string,
  expected: Iterable<string>,
  findings: Findings,
  language: Language,
): Promise<void> {
  const lines = linesOf(expected);
  const later = headingsSetLater(language);
  let heads: string[] = [];
  let table = '';
  let row = 0;
  for await (const line of createInterface({
    input: createReadStream(found),
    crlfDelay: Infinity,
  })) {
    const next = lines.next();
    if (next.done === true) {
      if (line !== '') findings.differs('line-added', { place: table || 'html' });
      continue;
    }
    const wanted = next.value;
    const opened = /<table id="([\w-]+)"/.exec(wanted);
    if (opened?.[1] !== undefined) table = titleOf(opened[1], language);
    if (wanted.startsWith('<thead')) [heads, row] = [cellsOf(wanted), 0];
    if (!wanted.startsWith('<tr')) {
      if (wanted !== '' && !wanted.includes('id="recount-stamp"'))
        findings.value(table || 'html', plain(line), plain(wanted));
      continue;
    }
    row += 1;
    const kept = (cells: readonly string[]) =>
      cells.map((cell, column) => (later.has(heads[column] ?? '') ? '' : cell));
    const differ = compareRow(
      `${table}/${row}`,
      kept(cellsOf(line)),
      kept(cellsOf(wanted)),
      heads,
      findings,
    );
    // What a row says of itself to the filters, beside its cells; where they differ that has been said.
    const attributes = (text: string) => text.slice('<tr'.length, text.indexOf('>')).trim();
    if (!differ && attributes(line) !== attributes(wanted))
      findings.value(`${table}/${row}`, attributes(line), attributes(wanted));
  }
  for (const rest of { [Symbol.iterator]: () => lines })
    if (rest !== '') findings.differs('line-missing', { place: table || 'html' });
}

/** The title that stands above a table, as the reader finds it. */
function titleOf(id: string, language: Language): string {
  return sentence(language, `report:${id === BARS_TABLE ? 'summary/bridge' : `sheets/${id}`}`);
}

/** True where a cell differs. */
function compareRow(
  place: string,
  found: readonly string[],
  wanted: readonly string[],
  heads: readonly string[],
  findings: Findings,
): boolean {
  const width = Math.max(found.length, wanted.length);
  let differ = false;
  for (let column = 0; column < width; column += 1) {
    const [is, shouldBe] = [found[column] ?? '', wanted[column] ?? ''];
    findings.value(`${place}, ${heads[column] ?? column + 1}`, is, shouldBe);
    differ ||= is !== shouldBe;
  }
  return differ;
}

function cellsOf(line: string): string[] {
  return [...line.matchAll(CELL)].map((match) => plain(match[2] ?? ''));
}

function plain(html: string): string {
  return html.replace(/<[^>]*>/g, '') || html;
}

/** Pieces of text, however cut, as the lines they make. */
function* linesOf(pieces: Iterable<string>): Generator<string> {
  let rest = '';
  for (const piece of pieces) {
    const lines = (rest + piece).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield rest;
}
