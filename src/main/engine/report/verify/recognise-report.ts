import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { openPromise } from 'yauzl';
import type { Verdict } from '../../../../shared/contract/reports';
import { STAMP_ELEMENT } from '../html/html-report';
import { STAMP_MARK } from '../pdf/pdf-stamp';
import { STAMP_SHEET } from '../workbook-stamp';
import { formatOf } from './read-stamp';

const HEAD_BYTES = 64;
/** A report's stamp stands before its lists; an export of usage can be far longer. */
const JSON_HEAD_BYTES = 4 * 1024 ** 2;
const WORKBOOK_LIST_BYTES = 4 * 1024 ** 2;

/**
 * Whether a file says of itself that it is a report of Recount that can be verified: quickly, without reading
 * what it holds. A file that is not there, is a folder or cannot be read is none.
 */
export async function isStampedReport(path: string): Promise<boolean> {
  try {
    const format = formatOf(await headOf(path));
    return format !== null && (await carriesStamp(path, format));
  } catch {
    return false;
  }
}

async function headOf(path: string): Promise<Buffer> {
  const handle = await open(path);
  try {
    const head = Buffer.alloc(HEAD_BYTES);
    const { bytesRead } = await handle.read(head, 0, HEAD_BYTES, 0);
    return head.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

async function carriesStamp(path: string, format: Verdict['format']): Promise<boolean> {
  switch (format) {
    case 'xlsx':
      return (await sheetListOf(path)).includes(STAMP_SHEET);
    case 'pdf':
      return await holds(path, STAMP_MARK);
    case 'html':
      return await holds(path, `id="${STAMP_ELEMENT}"`);
    case 'json':
      return /"stamp"\s*:\s*\{\s*"recount"/.test(await headText(path, JSON_HEAD_BYTES));
  }
}

/** Searches a file piece by piece; a mark of ASCII letters is found also where two pieces meet. */
async function holds(path: string, mark: string): Promise<boolean> {
  let before = '';
  for await (const piece of createReadStream(path, { encoding: 'latin1' })) {
    const text = before + String(piece);
    if (text.includes(mark)) return true;
    before = text.slice(-mark.length);
  }
  return false;
}

async function headText(path: string, bytes: number): Promise<string> {
  let text = '';
  for await (const piece of createReadStream(path, { encoding: 'latin1', end: bytes - 1 }))
    text += String(piece);
  return text;
}

/** The workbook's own list of its sheets; empty where the archive is no workbook. */
async function sheetListOf(path: string): Promise<string> {
  const zip = await openPromise(path, { lazyEntries: true });
  try {
    for await (const entry of zip.eachEntry()) {
      if (entry.fileName !== 'xl/workbook.xml') continue;
      if (entry.uncompressedSize > WORKBOOK_LIST_BYTES) return '';
      let text = '';
      for await (const piece of await zip.openReadStreamPromise(entry)) text += String(piece);
      return text;
    }
    return '';
  } finally {
    zip.close();
  }
}
