import { createWriteStream } from 'node:fs';
import { Transform, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { openPromise, type Entry, type ZipFile } from 'yauzl';
import { EngineFailure } from '../../../../shared/contract/error';
import { wrongKind } from '../layout/layout';

/** An archive of bills is never larger than this, unpacked. */
const MOST_BYTES = 8 * 1024 ** 3;
const MOST_ENTRIES = 1000;
/** Text is rarely packed more than 100 times; only above so many bytes does the ratio say something. */
const MOST_RATIO = 400;
const RATIO_FROM = 64 * 1024 ** 2;

/** A file inside an archive that was written to a place of our own choosing. */
export interface UnpackedEntry {
  readonly name: string;
  readonly path: string;
}

/**
 * Unpacks the files of an archive one by one; `placeFor` names a file of ours for the n-th, null: only
 * counted; archives inside one another share its `limit`. Names inside the archive never become paths. Throws EngineFailure `file-wrong-kind`: `zip` for
 * one that is damaged or locked, `zip-too-large` for one that unpacks to more than any bill.
 */
export async function unpackZip(
  path: string,
  fileName: string,
  placeFor: (index: number) => string | null,
  signal: AbortSignal,
  limit = new SizeLimit(fileName),
): Promise<UnpackedEntry[]> {
  let zip: ZipFile | null = null;
  try {
    // Names that lead out of the archive make it throw, and sizes are held against its directory.
    zip = await openPromise(path, { lazyEntries: true, validateEntrySizes: true });
    limit.enter(zip.entryCount);
    const unpacked: UnpackedEntry[] = [];
    for await (const entry of zip.eachEntry()) {
      if (isNoFile(entry.fileName)) continue;
      const place = placeFor(unpacked.length);
      const packed = await zip.openReadStreamPromise(entry);
      const sink = place === null ? nowhere() : createWriteStream(place, { flags: 'wx' });
      await pipeline(packed, limit.through(entry), sink, { signal });
      unpacked.push({ name: entry.fileName, path: place ?? '' });
    }
    return unpacked;
  } catch (thrown) {
    // What this machine or the user says is not the archive's fault.
    if (thrown instanceof EngineFailure || isFromOutside(thrown)) throw thrown;
    const detail = thrown instanceof Error ? thrown.message : undefined;
    throw new EngineFailure({ ...wrongKind(fileName, 'zip'), ...(detail && { detail }) });
  } finally {
    zip?.close();
  }
}

function isFromOutside(thrown: unknown): boolean {
  if (!(thrown instanceof Error)) return true;
  // Node's own codes of a damaged stream begin with Z_.
  const code = 'code' in thrown ? String(thrown.code) : '';
  return thrown.name === 'AbortError' || /^E[A-Z]+$/.test(code);
}

/** Folders, and what macOS puts beside each file. */
function isNoFile(name: string): boolean {
  return name.endsWith('/') || name.startsWith('__MACOSX/') || /(?:^|\/)\._/.test(name);
}

function nowhere(): Writable {
  return new Writable({ write: (_bytes, _encoding, done) => done() });
}

/** Counts the bytes that really come out, whatever the directory of the archive says. */
export class SizeLimit {
  private total = 0;
  private entries = 0;

  constructor(private readonly fileName: string) {}

  failure(): EngineFailure {
    return new EngineFailure(wrongKind(this.fileName, 'zip-too-large'));
  }

  enter(entries: number): void {
    this.entries += entries;
    if (this.entries > MOST_ENTRIES) throw this.failure();
  }

  through(entry: Entry): Transform {
    let own = 0;
    return new Transform({
      transform: (bytes: Buffer, _encoding, done) => {
        own += bytes.length;
        this.total += bytes.length;
        const bomb = own > RATIO_FROM && own > entry.compressedSize * MOST_RATIO;
        if (bomb || this.total > MOST_BYTES) done(this.failure());
        else done(null, bytes);
      },
    });
  }
}
