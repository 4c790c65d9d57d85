import { execFile } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { PdfSheet } from '../../../src/main/engine/report/pdf/pdf-sheet';
import { pdfTable } from '../../../src/main/engine/report/pdf/pdf-table';
import { hasProgram } from '../../support/office';
import { temporaryFolder } from '../workspace';

const run = promisify(execFile);

/** The text of each page of what `draw` puts down. */
async function pagesOf(draw: (sheet: PdfSheet) => void, language: 'en' | 'zh-CN' = 'en') {
  const path = join(temporaryFolder(), 'pages.pdf');
  const sheet = new PdfSheet({
    language,
    title: 'Pages',
    keywords: '',
    createdAt: new Date('2024-01-01T00:00:00Z'),
  });
  const stream = createWriteStream(path);
  sheet.pdf.pipe(stream);
  draw(sheet);
  sheet.pdf.end();
  await finished(stream);
  const { stdout } = await run('pdftotext', ['-layout', path, '-']);
  return stdout.split('\f').slice(0, -1);
}

const COLUMNS = [
  { heading: 'Name', share: 1, align: 'left' },
  { heading: 'Number', share: 1, align: 'right' },
] as const;

describe.skipIf(!hasProgram('pdftotext'))('a page', () => {
  it('never ends with a heading: it stands with the first row below it, wherever the page ends', async () => {
    const sections = [...Array(90).keys()];
    const pages = await pagesOf((sheet) => {
      for (const section of sections) {
        sheet.space(section * 1.7);
        sheet.heading(`Heading${section}.`);
        pdfTable(sheet, COLUMNS, [[`Row${section}.\nsecond\nthird`, '1']]);
      }
    });
    expect(pages.length).toBeGreaterThan(20);
    const pageOf = (text: string) => pages.findIndex((page) => page.includes(text));
    for (const section of sections) {
      expect(pageOf(`Heading${section}.`), String(section)).toBeGreaterThanOrEqual(0);
      expect(pageOf(`Row${section}.`), String(section)).toBe(pageOf(`Heading${section}.`));
    }
  });

  it('cuts no row in two, begins with the headings of its table, and loses no line of a row higher than itself', async () => {
    const rows = [...Array(60).keys()].map((row) => [`begin${row}.\nmiddle\nend${row}.`, '1']);
    const high = [...Array(120).keys()].map((line) => `line${line}.`);
    const pages = await pagesOf((sheet) => {
      pdfTable(sheet, COLUMNS, [...rows, [high.join('\n'), '1']]);
    });
    for (const page of pages) expect(page.trimStart()).toMatch(/^Name/);
    for (const row of rows.keys()) {
      const page = pages.find((text) => text.includes(`begin${row}.`));
      expect(page, String(row)).toContain(`end${row}.`);
    }
    for (const line of high) expect(pages.join('')).toContain(line);
  });

  it('tears no paragraph of a few lines apart', async () => {
    const words = 'word '.repeat(60);
    const pages = await pagesOf((sheet) => {
      for (let number = 0; number < 40; number += 1)
        sheet.paragraph(`begin${number}. ${words}end${number}.`, { size: 9 });
    });
    expect(pages.length).toBeGreaterThan(1);
    for (let number = 0; number < 40; number += 1)
      expect(pages.find((page) => page.includes(`begin${number}.`))).toContain(`end${number}.`);
  });

  it('sets the marks of English as wide as its letters', async () => {
    const [page = ''] = await pagesOf((sheet) => {
      sheet.paragraph('the line’s own “terms”', { size: 9 });
    });
    expect(page.trim()).toBe('the line’s own “terms”');
  });
});
