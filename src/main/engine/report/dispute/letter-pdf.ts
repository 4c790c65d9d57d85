import type { WriteStream } from 'node:fs';
import type { Language } from '../../../../shared/contract/fields';
import { sentence } from '../../locale/sentence';
import { MUTED, PdfSheet, PORTRAIT } from '../pdf/pdf-sheet';
import { pdfTable, type PdfColumn } from '../pdf/pdf-table';
import type { Letter } from './letter';

const BODY = { size: 10 } as const;
const TITLE = 10.5;
const SHARES = [5.3, 10.8, 11.7, 12.2, 24.6, 24.6, 10.8];

/**
 * The letter as it is printed and sent: portrait A4, each charge with its reason below it. `fingerprint` of the
 * run stands at the foot of each page, as in its report. Ends the stream.
 */
export function letterPdf(
  stream: WriteStream,
  letter: Letter,
  language: Language,
  { fingerprint, createdAt }: { readonly fingerprint: string; readonly createdAt: Date },
): void {
  const sheet = new PdfSheet({
    language,
    title: letter.subject,
    keywords: '',
    createdAt,
    page: PORTRAIT,
  });
  sheet.pdf.pipe(stream);
  sheet.paragraph(letter.date, BODY, MUTED);
  sheet.space(8);
  sheet.paragraph(letter.to, BODY);
  sheet.space(14);
  sheet.paragraph(letter.subject, { size: 15, bold: true });
  sheet.space(6);
  for (const [label, text] of letter.facts) sheet.paragraph(`${label}${letter.colon}${text}`, BODY);
  sheet.space(10);
  sheet.paragraph(letter.greeting, BODY);
  sheet.space(4);
  for (const text of letter.opening) sheet.paragraph(text, BODY);
  titled(sheet, letter.causes.title);
  pdfTable(sheet, columns(letter.causes.heads, [60, 15, 25], 1), letter.causes.rows);
  titled(sheet, letter.asks.title);
  letter.asks.items.forEach((item, index) => {
    sheet.paragraph(`${index + 1}. ${item}`, BODY);
    sheet.space(2);
  });
  titled(sheet, letter.charges.title);
  if (letter.charges.more !== null) sheet.paragraph(letter.charges.more, { size: 9 }, MUTED);
  pdfTable(
    sheet,
    columns(letter.charges.heads, SHARES, 4),
    letter.charges.rows.map(({ cells }) => cells),
  );
  sheet.space(8);
  for (const { cells, reasons } of letter.charges.rows)
    for (const reason of reasons) {
      sheet.paragraph(`[${cells[0] ?? ''}] ${reason}`, { size: 9 });
      sheet.space(2);
    }
  titled(sheet, letter.evidence.title);
  for (const text of letter.evidence.text) sheet.paragraph(text, BODY);
  for (const [name, sha256] of letter.evidence.files)
    sheet.paragraph(`${name}  ${sha256}`, { size: 8 }, MUTED);
  sheet.space(14);
  sheet.need(letter.closing.length * 18);
  for (const line of letter.closing) sheet.paragraph(line, BODY);
  sheet.footers([letter.subject, `sha256:${fingerprint}`], (page, pages) =>
    sentence(language, 'report:pdf/page', { page, pages }),
  );
  sheet.pdf.end();
}

function titled(sheet: PdfSheet, title: string): void {
  sheet.space(14);
  sheet.heading(title, TITLE);
}

/** Columns from `firstNumber` on hold numbers. */
function columns(
  heads: readonly string[],
  shares: readonly number[],
  firstNumber: number,
): PdfColumn[] {
  return heads.map((heading, index) => ({
    heading,
    share: shares[index] ?? 10,
    align: index >= firstNumber ? 'right' : 'left',
  }));
}
