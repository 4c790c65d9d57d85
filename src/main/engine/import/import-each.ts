import { basename } from 'node:path';
import type { BatchForecast, Forecast } from '../../../shared/contract/import-changes';
import type { ImportOutcome } from '../../../shared/contract/imports';
import { throwIfCancelled, type JobControl } from '../jobs';
import { findImport } from '../store/imports/imports';
import { importStep } from '../store/history/record-step';
import { stopRecording } from '../store/history/recording';
import type { OpenWorkspace } from '../store/workspace/workspace-file';
import { totalOf } from './settle/forecast';
import { importFile } from './import-file';
import type { ImportOptions } from './import-options';
import { rehearsing } from './one-transaction';

/** A file that came later may have changed what becomes of an earlier one: its summary says what is so in the end. */
function asItIsNow({ readable }: OpenWorkspace, outcome: ImportOutcome): ImportOutcome {
  if (outcome.outcome === 'failed') return outcome;
  return { ...outcome, summary: findImport(readable, outcome.summary.id) ?? outcome.summary };
}

/**
 * Imports files one after the other, each whole or not at all, together one step of the history; `phase` is what is
 * said meanwhile.
 */
export async function importEach(
  workspace: OpenWorkspace,
  paths: readonly string[],
  { signal, progress }: JobControl,
  {
    phase,
    ...options
  }: { readonly phase: string } & Pick<
    ImportOptions,
    'replace' | 'rehearsal' | 'override' | 'within'
  >,
): Promise<ImportOutcome[]> {
  const outcomes: ImportOutcome[] = [];
  const step = importStep();
  try {
    for (const path of paths) {
      const subject = basename(path);
      progress({ phase, subject, done: 0, total: null });
      const onProgress = (done: number, total: number) => progress({ phase, subject, done, total });
      // Of what is foretold the whole is one thing to wait for.
      const settling = phase === 'importing' ? 'settling' : phase;
      let settled = 0;
      const onSettling = (rows: number) => {
        settled += rows;
        progress({ phase: settling, subject, done: settled, total: null });
      };
      const how = { signal, onProgress, onSettling, step, ...options };
      outcomes.push(...(await importFile(workspace, path, how)));
      // A file that was cut off by the cancellation is an outcome there; here it ends the job.
      throwIfCancelled(signal);
    }
  } finally {
    stopRecording(workspace.writable);
  }
  return outcomes.map((outcome) => asItIsNow(workspace, outcome));
}

/**
 * What importing all of these files would change, as one: each is told of beside those before it. Changes nothing.
 * `inTheEnd` is asked what months would say while all of them are there.
 */
export async function forecastBatch(
  workspace: OpenWorkspace,
  paths: readonly string[],
  control: JobControl,
  options: Pick<ImportOptions, 'replace' | 'override'>,
  inTheEnd: (files: readonly Forecast[]) => Promise<BatchForecast['months']> = () =>
    Promise.resolve(null),
): Promise<BatchForecast> {
  const files: Forecast[] = [];
  const importIds: number[] = [];
  const months = await rehearsing(workspace, async () => {
    await importEach(workspace, paths, control, {
      ...options,
      phase: 'forecasting',
      within: true,
      rehearsal: (forecast, importId) => {
        files.push(forecast);
        importIds.push(importId);
        moveToWaiting(workspace, files, importIds);
      },
    });
    return inTheEnd(files);
  });
  return { files, total: totalOf(files), months };
}

/**
 * Where the last file names a second application, files before it that name none begin to wait: what they added is
 * then added by none, and not taken away by the last.
 */
function moveToWaiting(
  { writable }: OpenWorkspace,
  files: Forecast[],
  importIds: readonly number[],
): void {
  const at = files.length - 1;
  for (const [index, file] of files.entries()) {
    const last = files[at];
    const importId = importIds[index];
    if (index === at || file.waits || !last || importId === undefined) continue;
    if (findImport(writable, importId)?.state !== 'waiting') continue;
    files[index] = { ...file, waits: true, seconds: 0 };
    files[at] = { ...last, seconds: last.seconds + file.seconds };
  }
}
