import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { EngineFailure } from '../../../../shared/contract/error';
import { containerOf, type Container } from '../text/container';
import { wrongKind } from '../layout/layout';
import type { Part } from './part';
import { writeJsonTables } from './json-table';
import { writeSheets } from './sheet-text';
import { SizeLimit, unpackZip } from './unpack-zip';

const HEAD_BYTES = 4096;
/** Archives that are opened inside one another; a mail or a download may pack a ZIP once more. */
const DEPTH = 3;

/** The tables of a file; `close` removes what was unpacked for them. */
export interface UnpackedFile {
  readonly parts: readonly Part[];
  readonly close: () => Promise<void>;
}

/**
 * Opens what holds other files: archives (also with workbooks or archives in them) and workbooks. Any other file is its
 * own only part. Throws EngineFailure where a container cannot be opened or holds nothing.
 */
export async function unpackFile(chosen: string, signal: AbortSignal): Promise<UnpackedFile> {
  const fileName = basename(chosen);
  const container = await containerAt(chosen);
  if (container !== 'zip' && container !== 'xlsx' && container !== 'json') {
    const part: Part = { chosen, text: chosen, fileName, container: 'csv', sheet: null };
    return { parts: [part], close: () => Promise.resolve() };
  }
  const folder = await mkdtemp(join(tmpdir(), 'recount-unpacked-'));
  const close = () => rm(folder, { recursive: true, force: true });
  let files = 0;
  const place = () => join(folder, String(files++));
  const sheetsOf = async (path: string, name: string): Promise<Part[]> => {
    // A workbook is an archive too: its real size is known before it is read into anything.
    await unpackZip(path, name, () => null, signal).catch(asWorkbook(name));
    const sheets = await writeSheets(path, name, place, signal);
    return sheets.map((sheet) => ({
      chosen,
      text: sheet.path,
      fileName: name,
      container: 'xlsx',
      sheet: sheet.name,
    }));
  };
  const jsonOf = async (path: string, name: string): Promise<Part[]> => {
    const tables = await writeJsonTables(path, name, place, signal);
    return tables.map((text) => ({ chosen, text, fileName: name, container: 'json', sheet: null }));
  };
  try {
    if (container === 'json') return { parts: await jsonOf(chosen, fileName), close };
    if (container === 'xlsx') return { parts: await sheetsOf(chosen, fileName), close };
    const limit = new SizeLimit(fileName);
    const entriesOf = async (path: string, name: string, depth: number): Promise<Part[]> => {
      const parts: Part[] = [];
      for (const entry of await unpackZip(path, name, place, signal, limit)) {
        const inner = `${name}/${entry.name}`;
        const held = await containerAt(entry.path);
        if (held === 'xlsx') parts.push(...(await sheetsOf(entry.path, inner)));
        else if (held === 'json') parts.push(...(await jsonOf(entry.path, inner)));
        else {
          const opened =
            held === 'zip' && depth < DEPTH
              ? await entriesOf(entry.path, inner, depth + 1).catch(unlessDamaged)
              : null;
          // An archive in it that cannot be opened is said like anything else that is no table.
          const text = entry.path;
          const whole: Part = { chosen, text, fileName: inner, container: 'zip', sheet: null };
          parts.push(...(opened ?? [whole]));
        }
      }
      return parts;
    };
    const parts = await entriesOf(chosen, fileName, 1);
    if (parts.length === 0) throw new EngineFailure(wrongKind(fileName, 'zip-empty'));
    return { parts, close };
  } catch (thrown) {
    await close();
    throw thrown;
  }
}

function unlessDamaged(thrown: unknown): null {
  if (thrown instanceof EngineFailure && thrown.error.params['context'] === 'zip') return null;
  throw thrown;
}

/** A workbook that cannot be opened is called a workbook, not an archive. */
function asWorkbook(name: string): (thrown: unknown) => never {
  return (thrown) => {
    const damaged = thrown instanceof EngineFailure && thrown.error.params['context'] === 'zip';
    throw damaged ? new EngineFailure(wrongKind(name, 'xlsx')) : thrown;
  };
}

/** Null where the file cannot even be opened: whoever reads it next says why. */
async function containerAt(path: string): Promise<Container | null> {
  const file = await open(path, 'r').catch(() => null);
  if (!file) return null;
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return containerOf(buffer.subarray(0, bytesRead));
  } catch {
    return null;
  } finally {
    await file.close();
  }
}
