import { once } from 'node:events';
import type { WriteStream } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Language } from '../../../shared/contract/fields';
import type { REPORT_FORMATS } from '../../../shared/contract/workspace';
import { addDays } from '../../../shared/period/day';
import { monthOf, type Period } from '../../../shared/period/period';
import { throwIfCancelled, type Progress } from '../jobs';
import type { ReadableDb } from '../store/connection';
import { auditJson } from './audit-json';
import { csvText } from './csv-file';
import { freeStem, writeNewFiles, type NewFile } from './new-file';
import { openReportSource } from './open-report-source';
import type { ReportSource } from './report-source';
import { writeSummary } from './summary-sheet';
import { reportTables } from './tables/report-tables';
import { writeWorkbook } from './xlsx-file';

export type ReportFormat = (typeof REPORT_FORMATS)[number];

export interface WriteReportsOptions {
  readonly db: ReadableDb;
  readonly runId: number;
  readonly folder: string;
  readonly formats: readonly ReportFormat[];
  readonly language: Language;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
}

/**
 * Writes the reports of a run into `folder` and returns their paths. All or none: a file takes its name
 * only when every file is whole, and a name that is taken is left alone ("… (2)"). Throws EngineFailure
 * `run-missing`, `folder-missing`, `folder-read-only`, `disk-full`, `cancelled`.
 */
export async function writeReports(options: WriteReportsOptions): Promise<string[]> {
  return await writeReportsOf(openReportSource(options.db, options.runId), options);
}

export async function writeReportsOf(
  source: ReportSource,
  options: Omit<WriteReportsOptions, 'db' | 'runId'>,
): Promise<string[]> {
  const planned = [...new Set(options.formats)].flatMap((format) =>
    filesOf(format, source, options),
  );
  const endings = planned.map(({ ending }) => ending);
  const stem = await freeStem(options.folder, `recount-${periodName(source.run.period)}`, endings);
  const files = planned.map(({ ending, write }): NewFile => ({
    path: join(options.folder, stem + ending),
    write,
  }));
  return await writeNewFiles(options.folder, files);
}

interface PlannedFile {
  readonly ending: string;
  readonly write: NewFile['write'];
}

function filesOf(
  format: ReportFormat,
  source: ReportSource,
  options: Omit<WriteReportsOptions, 'db' | 'runId'>,
): PlannedFile[] {
  const { language, signal } = options;
  const tables = reportTables(source);
  const count = rowCounter(options);
  switch (format) {
    case 'xlsx':
      return [
        {
          ending: '.xlsx',
          write: (stream) =>
            writeWorkbook(stream, {
              language,
              tables,
              summary: (sheet, written) => writeSummary(sheet, written, source, language),
              onRows: count,
              createdAt: new Date(source.run.createdAt),
            }),
        },
      ];
    case 'csv':
      return tables.map((table) => ({
        ending: `-${table.name}.csv`,
        write: (stream) => writeText(stream, csvText(table, language), signal, count),
      }));
    case 'json':
      return [
        {
          ending: '.json',
          write: (stream) => writeText(stream, auditJson(source, language), signal, count),
        },
      ];
  }
}

const PIECES_PER_TURN = 500;

async function writeText(
  stream: WriteStream,
  pieces: Iterable<string>,
  signal: AbortSignal,
  onRows: (rows: number) => void,
): Promise<void> {
  let waiting: string[] = [];
  const flush = async () => {
    throwIfCancelled(signal);
    if (stream.errored) throw stream.errored;
    if (!stream.write(waiting.join(''))) await once(stream, 'drain');
    else await nextTurn();
    onRows(waiting.length);
    waiting = [];
  };
  for (const piece of pieces) {
    waiting.push(piece);
    if (waiting.length === PIECES_PER_TURN) await flush();
  }
  await flush();
  stream.end();
}

/** Counts rows over all files of the report; also where a cancelled report stops. */
function rowCounter({
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
function periodName(period: Period | null): string {
  if (!period) return 'all';
  const month = monthOf(period.from);
  return month.from === period.from && month.to === period.to
    ? period.from.slice(0, 7)
    : `${period.from}_${addDays(period.to, -1)}`;
}
