import { basename, resolve } from 'node:path';
import type { ImportOutcome } from '../../../shared/contract/imports';
import { atomically } from '../store/workspace/atomically';
import { exportOf } from '../store/imports/exports';
import { importStep, type ImportStep } from '../store/history/record-step';
import { startRecording, stopRecording } from '../store/history/recording';
import { pauseOn } from '../store/workspace/pause';
import type { OpenWorkspace } from '../store/workspace/workspace-file';
import type { Part } from '../reading/tables/part';
import { settleImport } from './settle/settle-import';
import { saidOfPart } from '../reading/tables/table-reading';
import type { ImportOptions } from './import-options';
import { importPart } from './import-part';
import { sameImports } from './known-imports';
import { rehearsing } from './one-transaction';
import { withTables, type Tables } from './tables-of-file';

/**
 * Imports a file: itself, or each table in it, one import for each, all of it or nothing, so that each can be
 * taken back alone. What is in an archive beside the tables is named in the first import's issues; only where
 * nothing can be read does the file fail.
 */
export async function importFile(
  open: OpenWorkspace,
  path: string,
  options: ImportOptions,
): Promise<ImportOutcome[]> {
  const chosen = resolve(path);
  const { override = {}, signal } = options;
  try {
    const done = await withTables({ chosen, override, signal }, (found) =>
      options.rehearsal && !options.within
        ? rehearsing(open, () => importTables(open, found, { ...options, within: true }))
        : importTables(open, found, options),
    );
    return 'error' in done ? [{ outcome: 'failed', path: chosen, error: done.error }] : done.value;
  } finally {
    // A file of several is followed by others, which are recorded by the same triggers.
    if (!options.step) stopRecording(open.writable);
  }
}

async function importTables(
  open: OpenWorkspace,
  { tables, notes }: Tables,
  options: ImportOptions,
): Promise<ImportOutcome[]> {
  const { override = {}, replace = false, step = importStep() } = options;
  const hereAs = tables.length > 1 ? await exportHere(open, tables, options) : undefined;
  const outcomes: ImportOutcome[] = [];
  for (const [index, part] of tables.entries()) {
    const outcome = await importPart(open, part, index === 0 ? notes : [], {
      ...options,
      step,
      override: saidOfPart(override, part),
      exportId: exportIdOf(open, outcomes),
      more: index < tables.length - 1,
      hereAs,
    });
    outcomes.push(outcome);
    if (outcome.outcome !== 'failed') continue;
    await settleWhatCame(open, outcomes, { ...options, replace, step });
    break;
  }
  return outcomes;
}

/** The export as which all tables of an archive are here, byte for byte; null: there is none, all of them come anew. */
async function exportHere(
  open: OpenWorkspace,
  tables: readonly Part[],
  { override = {}, signal }: ImportOptions,
): Promise<number | null> {
  let common: readonly number[] = [];
  for (const [index, part] of tables.entries()) {
    const said = { override: saidOfPart(override, part), signal };
    const same = await sameImports(open, part, said);
    const exports = same.map(({ id }) => exportOf(open.writable, id));
    common = index === 0 ? exports : common.filter((one) => exports.includes(one));
    if (common.length === 0) break;
  }
  return common[0] ?? null;
}

/** Of an archive with a table that failed, those before it stay, and are settled as what they are: all there is. */
async function settleWhatCame(
  open: OpenWorkspace,
  outcomes: readonly ImportOutcome[],
  {
    replace,
    signal,
    onSettling,
    step,
  }: ImportOptions & { readonly replace: boolean; readonly step: ImportStep },
): Promise<void> {
  const came = outcomes.findLast(({ outcome }) => outcome === 'imported');
  if (came?.outcome !== 'imported' || signal.aborted) return;
  const db = open.writable;
  const pause = pauseOn(signal, onSettling);
  const settle = () => settleImport(db, came.summary.id, { replace, pause });
  // Inside a transaction it is a rehearsal, of which nothing stays.
  if (db.inTransaction) {
    await settle();
    return;
  }
  await atomically(db, async () => {
    const recording = startRecording(db);
    await settle();
    step.add(db, basename(came.path), await recording.end(pause), null);
    await pause(0);
  });
}

/** The export that the tables of a file before this one belong to. */
function exportIdOf(open: OpenWorkspace, outcomes: readonly ImportOutcome[]): number | undefined {
  const before = outcomes.find((outcome) => outcome.outcome !== 'failed');
  return before && exportOf(open.writable, before.summary.id);
}
