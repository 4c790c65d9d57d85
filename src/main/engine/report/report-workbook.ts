import type { WriteStream } from 'node:fs';
import type { ReportStamp } from '../../../shared/contract/reports';
import { writeCover } from './cover-sheet';
import type { ReportSource } from './report-source';
import { writeSummary } from './summary-sheet';
import { reportTables } from './tables/report-tables';
import { STAMP_SHEET, stampCells } from './workbook-stamp';
import { writeWorkbook } from './xlsx-file';

/** The whole report as a workbook, in the language of its stamp. */
export async function writeReportWorkbook(
  stream: WriteStream,
  source: ReportSource,
  stamp: ReportStamp,
  onRows: (rows: number) => void,
): Promise<void> {
  const { language } = stamp;
  await writeWorkbook(stream, {
    language,
    tables: reportTables(source),
    opening: [
      {
        name: 'cover',
        fill: (sheet, written) => writeCover(sheet, written, source, stamp, language),
      },
      {
        name: 'summary',
        fill: (sheet, written) => writeSummary(sheet, written, source, language),
      },
    ],
    hidden: { name: STAMP_SHEET, cells: stampCells(stamp) },
    onRows,
    createdAt: new Date(source.run.createdAt),
  });
}
