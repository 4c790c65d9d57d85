import { basename } from 'node:path';
import { EngineFailure, engineError } from '../../../shared/contract/error';
import type { ImportSummary } from '../../../shared/contract/imports';
import { importInTrail } from '../store/imports/import-trail';
import { importStep } from '../store/history/record-step';
import { startRecording } from '../store/history/recording';
import { nextImportId } from '../store/imports/import-record';
import { pauseOn } from '../store/workspace/pause';
import type { OpenWorkspace } from '../store/workspace/workspace-file';
import { countedTotals } from '../store/imports/counted-totals';
import { forecastOf } from './settle/forecast';
import type { Part } from '../reading/tables/part';
import type { StateChange } from './changes/undo';
import type { ImportOptions } from './import-options';

const TABLE = 'one_table';

/** One transaction around an import, or a part of the caller's. */
export async function inTransaction(
  open: OpenWorkspace,
  part: Part,
  { signal, onSettling, rehearsal, within = false, step = importStep() }: ImportOptions,
  kind: 'imported' | 'import-redone',
  work: () => Promise<StateChange>,
): Promise<ImportSummary> {
  const db = open.writable;
  // A full disk ends the caller's transaction: without it this part would be one of its own, and stay.
  if (within && !db.inTransaction)
    throw new EngineFailure(engineError('disk-full', { path: open.path }));
  db.exec(within ? `SAVEPOINT ${TABLE}` : 'BEGIN IMMEDIATE');
  try {
    const before = rehearsal && countedTotals(db);
    // Of a new import only what it changes of others; see recordingTriggers.
    const ownFrom = kind === 'imported' ? nextImportId(db) : null;
    const recording = rehearsal ? null : startRecording(db, ownFrom);
    const { summary, restated } = await work();
    if (before) rehearsal(forecastOf(db, summary, restated, before), summary.id);
    if (recording) {
      if (kind === 'imported') recording.came(summary.id);
      const pause = pauseOn(signal, onSettling);
      const pieces = await recording.end(pause);
      step.add(db, basename(part.chosen), pieces, importInTrail(kind, summary));
      // What follows is one piece: with many rows it is written for a tenth of a second.
      await pause(0);
    }
    db.exec(within ? `RELEASE ${TABLE}` : 'COMMIT');
    return summary;
  } catch (thrown) {
    // A full disk ends the transaction by itself.
    if (db.inTransaction) db.exec(within ? `ROLLBACK TO ${TABLE}; RELEASE ${TABLE}` : 'ROLLBACK');
    throw thrown;
  }
}

/**
 * One transaction around imports that are only told of, and taken back: what they say together, and about each other, is
 * seen, and nothing of it stays.
 */
export async function rehearsing<T>(
  { writable }: OpenWorkspace,
  work: () => Promise<T>,
): Promise<T> {
  writable.exec('BEGIN IMMEDIATE');
  try {
    return await work();
  } finally {
    if (writable.inTransaction) writable.exec('ROLLBACK');
  }
}
