import { open, readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { EngineFailure, engineError } from '../../../../shared/contract/error';
import {
  reportStampSchema,
  type ReportStamp,
  type Verdict,
} from '../../../../shared/contract/reports';
import { STAMP_ELEMENT } from '../html/html-report';
import { stampTextIn } from '../pdf/pdf-stamp';
import { STAMP_SHEET } from '../workbook-stamp';
import { workbookRows } from './workbook-rows';

export interface StampedFile {
  readonly format: Verdict['format'];
  readonly stamp: ReportStamp;
}

/**
 * What a report says about itself, whatever its format. Throws EngineFailure `file-missing`,
 * `file-unreadable`, and `report-unstamped` where the file is no report of Recount.
 */
export async function readStamp(path: string): Promise<StampedFile> {
  const file = basename(path);
  const head = await firstBytes(path);
  const format = formatOf(head);
  if (format === null) throw new EngineFailure(engineError('report-unstamped', { file }));
  try {
    const stamp = reportStampSchema.parse(JSON.parse((await stampText(path, format)) ?? 'null'));
    return { format, stamp };
  } catch (thrown) {
    const detail = thrown instanceof Error ? thrown.message : String(thrown);
    throw new EngineFailure(engineError('report-unstamped', { file }, detail));
  }
}

async function firstBytes(path: string): Promise<Buffer> {
  const file = basename(path);
  const handle = await open(path).catch((thrown: unknown) => {
    const missing = thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT';
    throw new EngineFailure(engineError(missing ? 'file-missing' : 'file-unreadable', { file }));
  });
  try {
    const head = Buffer.alloc(64);
    const { bytesRead } = await handle.read(head, 0, head.length, 0);
    return head.subarray(0, bytesRead);
  } catch {
    throw new EngineFailure(engineError('file-unreadable', { file }));
  } finally {
    await handle.close();
  }
}

/** Told by the first bytes, whatever the file is called; null for what no report is. */
export function formatOf(head: Buffer): Verdict['format'] | null {
  const text = head
    .toString('latin1')
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .trimStart();
  if (text.startsWith('PK')) return 'xlsx';
  if (text.startsWith('%PDF')) return 'pdf';
  if (text.startsWith('{')) return 'json';
  return /^<(?:!doctype|html)/i.test(text) ? 'html' : null;
}

async function stampText(path: string, format: Verdict['format']): Promise<string | null> {
  switch (format) {
    case 'xlsx': {
      let text = '';
      for await (const { sheet, row, cells } of workbookRows(path))
        if (sheet === STAMP_SHEET && row > 0) text += cells[0] ?? '';
      return text === '' ? null : text;
    }
    case 'pdf':
      return stampTextIn(await readFile(path));
    case 'json': {
      const report: unknown = JSON.parse(await readFile(path, 'utf8'));
      return typeof report === 'object' && report !== null && 'stamp' in report
        ? JSON.stringify(report.stamp)
        : null;
    }
    case 'html': {
      const page = await readFile(path, 'utf8');
      return new RegExp(`id="${STAMP_ELEMENT}">(.*?)</script>`).exec(page)?.[1] ?? null;
    }
  }
}
