import { join } from 'node:path';
import type { ReportFormat } from '../../../shared/contract/reports';
import type { Language } from '../../../shared/contract/fields';
import { addDays } from '../../../shared/period/day';
import { monthOf, type Period } from '../../../shared/period/period';
import { throwIfCancelled, type Progress } from '../jobs';
import { auditJson } from './audit-json';
import { csvText } from './csv-file';
import { focusCsv } from './focus/focus-csv';
import { htmlReport } from './html/html-report';
import { freeStem, writeNewFiles, type NewFile } from './new-file';
import type { ReportSource } from './report-source';
import { stampOf } from './stamp';
import { reportTables } from './tables/report-tables';
import { writeReportWorkbook } from './report-workbook';
import { writeText } from './write-text';
import type { ReportStamp } from '../../../shared/contract/reports';

export interface WriteReportsOptions {
  readonly folder: string;
  readonly formats: readonly ReportFormat[];
  readonly language: Language;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
}

/** What was written: the files, and the stamp that each of them carries or stands for. */
export interface WrittenReports {
  readonly files: readonly { readonly path: string; readonly format: ReportFormat }[];
  readonly stamp: ReportStamp;
}

/**
 * Writes the reports of a run into `folder`. All or none: a file takes its name only when every file is
 * whole, and a name that is taken is left alone ("… (2)"). Throws EngineFailure `folder-missing`,
 * `folder-read-only`, `disk-full`, `cancelled`.
 */
export async function writeReports(
  source: ReportSource,
  options: WriteReportsOptions,
): Promise<WrittenReports> {
  const stamp = stampOf(source, options.language);
  const planned = [...new Set(options.formats)].flatMap((format) =>
    filesOf(format, source, stamp, options).map((file) => ({ ...file, format })),
  );
  const endings = planned.map(({ ending }) => ending);
  const stem = await freeStem(options.folder, `recount-${periodName(source.run.period)}`, endings);
  const files = planned.map(({ ending, write }): NewFile => ({
    path: join(options.folder, stem + ending),
    write,
  }));
  const paths = await writeNewFiles(options.folder, files);
  return {
    files: paths.map((path, index) => ({ path, format: planned[index]?.format ?? 'json' })),
    stamp,
  };
}

interface PlannedFile {
  readonly ending: string;
  readonly write: NewFile['write'];
}

function filesOf(
  format: ReportFormat,
  source: ReportSource,
  stamp: ReportStamp,
  options: WriteReportsOptions,
): PlannedFile[] {
  const { language, signal } = options;
  const onRows = rowCounter(options);
  const text = (ending: string, pieces: () => Iterable<string>): PlannedFile => ({
    ending,
    write: (stream) => writeText(stream, pieces(), signal, onRows),
  });
  switch (format) {
    case 'xlsx':
      return [
        {
          ending: '.xlsx',
          write: (stream) => writeReportWorkbook(stream, source, stamp, onRows),
        },
      ];
    case 'html':
      return [text('.html', () => htmlReport(source, stamp))];
    case 'pdf':
      return [
        {
          ending: '.pdf',
          write: async (stream) => {
            const { pdfReport } = await import('./pdf/pdf-report');
            await pdfReport(stream, source, stamp, onRows);
          },
        },
      ];
    case 'csv':
      return reportTables(source).map((table) =>
        text(`-${table.name}.csv`, () => csvText(table, language)),
      );
    case 'focus':
      return [text('-focus.csv', () => focusCsv(source))];
    case 'json':
      return [text('.json', () => auditJson(source, stamp))];
  }
}

/** Counts rows over all files of the report; also where a cancelled report stops. */
export function rowCounter({
  signal,
  onProgress,
}: Pick<WriteReportsOptions, 'signal' | 'onProgress'>): (rows: number) => void {
  let done = 0;
  return (rows) => {
    throwIfCancelled(signal);
    done += rows;
    onProgress({ phase: 'writing-report', done, total: null });
  };
}

/** `2023-06` for a whole month, `2023-06-01_2023-06-15` for other days, `all` for everything. */
export function periodName(period: Period | null): string {
  if (!period) return 'all';
  const month = monthOf(period.from);
  return month.from === period.from && month.to === period.to
    ? period.from.slice(0, 7)
    : `${period.from}_${addDays(period.to, -1)}`;
}
