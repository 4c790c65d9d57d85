import { createReadStream } from 'node:fs';
import { EngineFailure, engineError } from '../../../../shared/contract/error';
import { billHeader, billRows, usageHeader, usageRows, type UsagePage } from './json-answers';
import { decoderOf, detectEncoding, type Decoder } from '../text/encoding';
import { JsonDamaged, JsonScan, type JsonPart } from './json-scan';
import { jsonValue } from './json-value';
import { wrongKind } from '../layout/layout';
import { UnpackedText } from './unpacked-text';

/** Rows of one answer that are held until its columns are known. No answer has more than a month of days. */
const MOST_HELD = 50_000;
const HEAD = 64 * 1024;

const isRow = (path: readonly (string | number)[]) =>
  typeof path.at(-1) === 'number' && (path.at(-2) === 'UsageList' || path.at(-2) === 'DetailSet');
const isColumns = (path: readonly (string | number)[]) => path.at(-1) === 'UsageKey';

/**
 * Writes the rows of saved answers of the usage and billing interfaces as comma separated text, one table
 * for each set of columns: each row with its line, its path and its own JSON, so that everything behind
 * reads them like any other file. Throws EngineFailure `file-wrong-kind` where there are none or the JSON is
 * damaged: half an answer cannot be told from a whole one.
 */
export async function writeJsonTables(
  path: string,
  fileName: string,
  placeFor: () => string,
  signal: AbortSignal,
): Promise<string[]> {
  const tables = new Tables(placeFor);
  const scan = new JsonScan((steps) => isRow(steps) || isColumns(steps));
  const pages = new Pages(tables, fileName);
  let decoder: Decoder | null = null;
  let head = '';
  try {
    for await (const bytes of createReadStream(path) as AsyncIterable<Buffer>) {
      if (signal.aborted) throw new EngineFailure(engineError('cancelled', {}));
      decoder ??= decoderOf(detectEncoding(bytes).encoding);
      const text = decoder.write(bytes);
      if (head.length < HEAD) head += text;
      for (const part of scan.push(text)) await pages.take(part);
    }
    for (const part of scan.push(decoder?.end() ?? '')) await pages.take(part);
    scan.end();
    await pages.end();
    await tables.close();
  } catch (thrown) {
    await tables.abandon();
    if (!(thrown instanceof JsonDamaged)) throw thrown;
    throw new EngineFailure(
      engineError('file-wrong-kind', {
        file: fileName,
        found: 'json-damaged',
        context: 'json-damaged',
        line: thrown.line,
      }),
    );
  }
  if (tables.paths.length === 0) throw new EngineFailure(wrongKind(fileName, kindOf(head)));
  return tables.paths;
}

/** What an answer without rows of usage or of a bill is. */
function kindOf(head: string): string {
  if (/"(?:DetailSet|UsageList)"\s*:\s*(?:\[\s*\]|null)/.test(head)) return 'json-empty';
  if (/"Error"\s*:\s*\{/.test(head)) return 'json-error';
  if (/"Data"\s*:\s*"RoomId/.test(head)) return 'room-usage';
  return /"(?:RoomList|UserList|CommId|QualityData|ScaleList|NetworkUsage)"/.test(head)
    ? 'quality-export'
    : 'json';
}

/** Puts the rows of usage together with the columns of their answer, whichever of both stands first. */
class Pages {
  #page: { key: string; columns: string[] | null; rows: JsonPart[] } | null = null;
  readonly #tables: Tables;
  readonly #fileName: string;

  constructor(tables: Tables, fileName: string) {
    this.#tables = tables;
    this.#fileName = fileName;
  }

  async take(part: JsonPart): Promise<void> {
    if (part.path.at(-2) === 'DetailSet') {
      await this.#tables.write(billHeader(), billRows(part));
      return;
    }
    const columns = isColumns(part.path);
    const key = JSON.stringify(part.path.slice(0, columns ? -1 : -2));
    if (this.#page?.key !== key) {
      await this.end();
      this.#page = { key, columns: null, rows: [] };
    }
    const page = this.#page;
    if (columns) {
      const names = jsonValue(part.text);
      page.columns = Array.isArray(names) ? names.map(String) : [];
    } else if (page.rows.push(part) > MOST_HELD)
      throw new EngineFailure(wrongKind(this.#fileName, 'json'));
  }

  async end(): Promise<void> {
    if (!this.#page) return;
    const { columns, rows } = this.#page;
    this.#page = null;
    if (rows.length === 0) return;
    const page: UsagePage = { columns: columns ?? [], rows };
    await this.#tables.write(usageHeader(page), usageRows(page));
  }
}

/** A text file for each header that is met. */
class Tables {
  readonly paths: string[] = [];
  readonly #open = new Map<string, UnpackedText>();
  readonly #placeFor: () => string;

  constructor(placeFor: () => string) {
    this.#placeFor = placeFor;
  }

  async write(header: readonly string[], rows: readonly (readonly string[])[]): Promise<void> {
    const first = line(header);
    let target = this.#open.get(first);
    if (!target) {
      const place = this.#placeFor();
      target = await UnpackedText.create(place);
      this.#open.set(first, target);
      this.paths.push(place);
      await target.write(first);
    }
    const full = target.write(rows.map(line).join(''));
    if (full) await full;
  }

  async close(): Promise<void> {
    for (const target of this.#open.values()) await target.close();
  }

  async abandon(): Promise<void> {
    for (const target of this.#open.values()) await target.abandon();
  }
}

function line(cells: readonly string[]): string {
  const quoted = cells.map((cell) =>
    /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell,
  );
  return `${quoted.join(',')}\n`;
}
