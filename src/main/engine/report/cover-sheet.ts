import type { WorksheetWriter } from '@cj-tech-master/excelts';
import type { Language } from '../../../shared/contract/fields';
import type { ReportStamp } from '../../../shared/contract/reports';
import { sentence } from '../locale/sentence';
import { coverFacts } from './cover-facts';
import type { ReportSource } from './report-source';
import { excelText } from './text-for-spreadsheet';
import { BOLD, type WrittenTable } from './xlsx-file';

/** Height of one line, in points. */
const LINE = 15.5;
/** Columns that a text takes: Chinese and Korean letters take two. */
const widthOf = (text: string) => text.length + (text.match(/[\u2E80-\uFFFF]/g) ?? []).length;

/** The first sheet: whose bill, which month, what it stands on, how to check it, and where what is. */
export function writeCover(
  sheet: WorksheetWriter,
  written: readonly WrittenTable[],
  source: ReportSource,
  stamp: ReportStamp,
  language: Language,
): void {
  const say = (key: string) => sentence(language, `report:${key}`);
  sheet.columns = [{ width: 30 }, { width: 84 }];
  const wrapped = (row: ReturnType<WorksheetWriter['addRow']>) => {
    row.alignment = { wrapText: true, vertical: 'top' };
    row.height = LINE * Math.max(1, Math.ceil(widthOf(row.getCell(2).text) / 80));
    return row;
  };
  sheet.addRow([say('summary/title')]).font = { ...BOLD, size: 18 };
  sheet.addRow([]);
  for (const { label, text } of coverFacts(source, stamp, language)) {
    const row = wrapped(sheet.addRow([label, excelText(text)]));
    row.getCell(1).font = BOLD;
    row.getCell(2).numFmt = '@';
  }
  sheet.addRow([]);
  sheet.addRow([say('cover/verifyTitle')]).font = BOLD;
  wrapped(sheet.addRow([null, say('cover/verify')]));
  sheet.addRow([]);
  sheet.addRow([say('cover/sheets')]).font = BOLD;
  wrapped(sheet.addRow([say('sheets/summary'), say('about/summary')]));
  for (const { name, sheets } of written)
    wrapped(sheet.addRow([sheets.join(', '), say(`about/${name}`)]));
}
