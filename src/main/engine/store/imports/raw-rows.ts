import { zstdDecompressSync } from 'node:zlib';
import type { RawRow } from '../../../../shared/contract/audits';
import { invariant } from '../../../../shared/invariant';
import type { Origin } from '../../../../shared/issue';
import { recordLines, splitRecords, type Records } from '../../reading/text/csv-records';
import { isItem } from '../../../../shared/catalog/item';
import { jsonOrigin, ownCells } from '../../reading/tables/json-origin';
import type { ReadableDb } from '../workspace/connection';
import type { ImportedColumn } from '../../reading/layout/imported-column';
import { correctedCells } from './corrected-rows';
import { idRange, importOfRow, rowNumber, rowOfId } from '../workspace/row-id';

/** What is needed of an import to read its text again. */
export interface RawSource {
  readonly importId: number;
  readonly file: string;
  readonly sheet: string | null;
  readonly delimiter: string;
  readonly columns: readonly ImportedColumn[];
  /** Measurements that a row has room for; see migrations/0010. */
  readonly slots: number;
  /** JSON: what was said of the file that its rows do not say. */
  readonly stated: string;
  /** Whose use all rows are of, where none of them says it; else null. */
  readonly app: string | null;
}

interface SourceRow {
  file_name: string;
  sheet: string | null;
  delimiter: string;
  columns: string;
  slots: bigint;
  stated: string;
  app: string | null;
}

export function rawSource(db: ReadableDb, importId: number): RawSource {
  const found = db
    .prepare<SourceRow>(
      'SELECT file_name, sheet, delimiter, columns, slots, stated, app FROM imports WHERE id = ?',
    )
    .get(importId);
  invariant(found, `import ${importId} is not in the workspace`);
  return {
    importId,
    file: found.file_name,
    sheet: found.sheet,
    delimiter: found.delimiter,
    columns: JSON.parse(found.columns) as ImportedColumn[],
    slots: Number(found.slots),
    stated: found.stated,
    app: found.app,
  };
}

/** A piece of the original text, split into its records again. */
export interface RawChunk {
  readonly firstRow: number;
  readonly text: string;
  readonly records: Records;
  /** Line of the file on which each record begins; counted when it is first asked for. */
  readonly lines: () => readonly number[];
}

interface ChunkRow {
  id: bigint;
  first_line: bigint;
  text: Buffer;
}

function unpack(chunk: ChunkRow, source: RawSource): RawChunk {
  const text = zstdDecompressSync(chunk.text).toString('utf8');
  const records = splitRecords(text, source.delimiter, true);
  let lines: readonly number[] | undefined;
  return {
    firstRow: rowOfId(Number(chunk.id), source.slots),
    text,
    records,
    lines: () => (lines ??= recordLines(text, records, Number(chunk.first_line))),
  };
}

/** The piece that holds a row. */
function chunkOf(db: ReadableDb, id: number, source: RawSource): RawChunk {
  const found = db
    .prepare<ChunkRow>(
      'SELECT id, first_line, text FROM raw_chunks WHERE id <= ? ORDER BY id DESC LIMIT 1',
    )
    .get(id);
  invariant(found && importOfRow(Number(found.id)) === source.importId, `row ${id} has no text`);
  return unpack(found, source);
}

/** The text of the first piece of an import; empty where it has no rows. */
export function firstText(db: ReadableDb, source: RawSource): string {
  const found = db
    .prepare<ChunkRow>(
      'SELECT id, first_line, text FROM raw_chunks WHERE id BETWEEN ? AND ? ORDER BY id LIMIT 1',
    )
    .get(...idRange(source.importId));
  return found ? unpack(found, source).text : '';
}

/** All pieces of an import that hold rows of the days [from, to] (as numbers, inclusive), in file order. */
export function* chunksOfDays(
  db: ReadableDb,
  source: RawSource,
  range: readonly [number, number],
  days: readonly [number, number],
): Generator<RawChunk> {
  const ids = db
    .prepare<{ id: bigint }>(
      `SELECT id FROM raw_chunks WHERE id BETWEEN ? AND ? AND first_day <= ? AND last_day >= ?
       ORDER BY id`,
    )
    .all(range[0], range[1], days[1], days[0]);
  const one = db.prepare<ChunkRow>('SELECT id, first_line, text FROM raw_chunks WHERE id = ?');
  for (const { id } of ids) {
    const chunk = one.get(id);
    if (chunk) yield unpack(chunk, source);
  }
}

/** Where a row stands; of a measurement that has a column of its own, in which. */
function originOf(source: RawSource, chunk: RawChunk, index: number, id: number): Origin {
  const json = jsonOrigin(source.columns, chunk.records.cells[index] ?? []);
  const slot = rowNumber(id) % source.slots;
  const column = source.slots > 1 ? source.columns[slot] : undefined;
  return {
    file: source.file,
    line: json?.line ?? chunk.lines()[index] ?? 0,
    ...(source.sheet === null ? {} : { sheet: source.sheet }),
    ...(column && isItem(column.field ?? '') ? { column: column.header } : {}),
  };
}

function at(chunk: RawChunk, id: number, source: RawSource): number {
  return rowOfId(id, source.slots) - chunk.firstRow;
}

interface PlacedRow {
  readonly id: number;
  readonly source: RawSource;
  readonly chunk: RawChunk;
  /** Place of the row among the chunk's records. */
  readonly index: number;
}

/** Where each row stands in its file's text. Neighbouring rows share the work of unpacking their piece. */
function* placesOf(db: ReadableDb, ids: readonly number[]): Generator<PlacedRow> {
  const sources = new Map<number, RawSource>();
  let chunk: RawChunk | null = null;
  let chunkImport = -1;
  for (const id of ids) {
    const importId = importOfRow(id);
    const source = sources.get(importId) ?? rawSource(db, importId);
    sources.set(importId, source);
    let index = chunk && chunkImport === importId ? at(chunk, id, source) : -1;
    if (!chunk || index < 0 || index >= chunk.records.cells.length) {
      chunk = chunkOf(db, id, source);
      chunkImport = importId;
      index = at(chunk, id, source);
    }
    invariant(chunk.records.cells[index], `row ${id} is not in its piece of text`);
    yield { id, source, chunk, index };
  }
}

/** The corrections of each import, read once: they are few. */
function corrections(db: ReadableDb): (id: number) => readonly string[] | undefined {
  const byImport = new Map<number, ReadonlyMap<number, readonly string[]>>();
  return (id) => {
    const importId = importOfRow(id);
    const known = byImport.get(importId) ?? correctedCells(db, idRange(importId));
    byImport.set(importId, known);
    return known.get(id);
  };
}

/** The rows with these ids as they stand in the user's files, verbatim, in the order asked for. */
export function rawRows(db: ReadableDb, ids: readonly number[]): RawRow[] {
  const correctedOf = corrections(db);
  return Array.from(placesOf(db, ids), ({ id, source, chunk, index }) => {
    const cells = correctedOf(id) ?? chunk.records.cells[index] ?? [];
    const own = ownCells(source.columns);
    return {
      origin: originOf(source, chunk, index, id),
      header: own.map((column) => source.columns[column]?.header ?? ''),
      cells: own.map((column) => cells[column] ?? ''),
      raw:
        jsonOrigin(source.columns, cells)?.text ??
        chunk.text.slice(chunk.records.starts[index], chunk.records.ends[index]),
    };
  });
}

/** Where rows stand in the user's files, without their text. Ids in rising order are cheapest. */
export function originsOf(db: ReadableDb, ids: readonly number[]): Map<number, Origin> {
  const origins = new Map<number, Origin>();
  for (const { id, source, chunk, index } of placesOf(db, ids))
    origins.set(id, originOf(source, chunk, index, id));
  return origins;
}
