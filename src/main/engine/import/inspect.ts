import { resolve } from 'node:path';
import type { FileReading, Inspection } from '../../../shared/contract/imports';
import type { Issue } from '../../../shared/issue';
import type { ReadableDb } from '../store/connection';
import { findImportOfBytes, hasImportOfSize } from '../store/imports';
import { createHash } from 'node:crypto';
import { readHead, type ReadableFile } from './read-head';
import { profileName, rowReader } from './row-reader';

/** Above this size a file's bytes are not compared before the import: a preview must come at once. */
const COMPARE_BYTES = 32 * 1024 * 1024;
const PREVIEW_ROWS = 5;

/**
 * Says how a file would be read, from its head alone; changes nothing. `db`: the open workspace, to tell
 * whether the same bytes are in it already; null where there is none.
 */
export async function inspectFile(db: ReadableDb | null, path: string): Promise<Inspection> {
  const absolute = resolve(path);
  const head = await readHead(absolute);
  if (!head.ok) {
    const fileName = absolute.split(/[\\/]/).at(-1) ?? absolute;
    return { ok: false, path: absolute, fileName, error: head.error };
  }
  const file = head.value;
  try {
    return { ok: true, path: absolute, reading: await readingOf(db, absolute, file) };
  } finally {
    await file.handle.close();
  }
}

async function readingOf(
  db: ReadableDb | null,
  path: string,
  file: ReadableFile,
): Promise<FileReading> {
  const { layout } = file;
  const reader = rowReader(layout);
  const values = layout.sample.map((cells) => reader.read(cells));
  const first = values.find((value) => !('outcome' in value));
  return {
    path,
    fileName: file.fileName,
    size: file.size,
    container: 'csv',
    sheet: null,
    encoding: layout.encoding,
    delimiter: layout.delimiter,
    headerLine: layout.headerLine,
    kind: layout.profile.kind,
    profile: profileName(layout, first && !('outcome' in first) ? first : null),
    columns: layout.header.map((header, index) => ({
      header,
      field: layout.fields[index] ?? null,
    })),
    sampleRows: layout.sample.slice(0, PREVIEW_ROWS).map((cells) => [...cells]),
    issues: issuesOf(file, values.length),
    alreadyImportedAs: db && (await importOfSameBytes(db, file)),
  };
}

function issuesOf(file: ReadableFile, sampled: number): Issue[] {
  return sampled === 0
    ? [
        {
          severity: 'warning',
          code: 'file-header-only',
          params: {},
          origin: { file: file.fileName },
        },
      ]
    : [];
}

async function importOfSameBytes(db: ReadableDb, file: ReadableFile): Promise<number | null> {
  if (file.size > COMPARE_BYTES || !hasImportOfSize(db, file.size)) return null;
  const bytes = Buffer.alloc(file.size);
  const { bytesRead } = await file.handle.read(bytes, 0, file.size, 0);
  const sha256 = createHash('sha256').update(bytes.subarray(0, bytesRead)).digest('hex');
  const known = findImportOfBytes(db, sha256);
  return known?.state === 'live' ? known.id : null;
}
