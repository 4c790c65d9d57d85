import type { WorksheetWriter } from '@cj-tech-master/excelts';
import type { Language } from '../../../shared/contract/fields';
import type { ReportStamp } from '../../../shared/contract/reports';
import { sentence } from '../locale/sentence';
import { coverFacts } from './cover-facts';
import type { ReportSource } from './report-source';
import { excelText } from './text-for-spreadsheet';
import { heightOf, linesIn } from './wrapped-lines';
import { BOLD, type WrittenTable } from './xlsx-file';

/** Letters of a line in the second column, which is a little wider: fonts differ. */
const LINE_WIDTH = 78;

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
    row.height = heightOf(linesIn(row.getCell(2).text, LINE_WIDTH));
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
