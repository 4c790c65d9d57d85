import type { TrailKind } from '../../../../shared/contract/trail';
import { atomically } from '../workspace/atomically';
import type { WritableDb } from '../workspace/connection';
import { onlyTurns, type Pause } from '../workspace/pause';
import { isNewestStep, openStep, renameStep, type StepName } from './history-steps';
import { startRecording, type RecordedPiece } from './recording';
import { addRowsToStep, rowsTrace } from './step-rows';
import { appendTrail } from './trail';

/** How a step stands in the trail: as the kind of thing that was done, where that has a kind of its own. */
export interface StepInTrail {
  readonly kind: TrailKind;
  readonly details: Readonly<Record<string, unknown>>;
}

export interface RecordedStep extends StepName {
  readonly trail?: StepInTrail | undefined;
}

/**
 * Does `work` as one named step of the history, in one transaction: whatever rows it changes are kept as they were
 * before and after. Where nothing changes there is no step. `named` is asked when the work is done,
 * and what was recorded is packed with a `pause` after each piece.
 */
export async function recordStep<T>(
  db: WritableDb,
  work: () => Promise<T> | T,
  named: (value: T) => RecordedStep,
  pause: Pause = onlyTurns,
): Promise<T> {
  return await atomically(db, async () => {
    const recording = startRecording(db);
    const value = await work();
    const pieces = await recording.end(pause);
    if (pieces.length === 0) return value;
    const { title, params, trail = { kind: 'decided', details: {} } } = named(value);
    const madeAt = new Date().toISOString();
    const step = openStep(db, { title, params }, madeAt);
    addRowsToStep(db, step, pieces);
    const details = { ...trail.details, step, title, params, ...rowsTrace(db, step) };
    appendTrail(db, trail.kind, details, madeAt);
    await pause(0);
    return value;
  });
}

/** The step of all files that a person imports at once; it grows by each of them. */
export interface ImportStep {
  /** Adds what a file changed, in its transaction, and says so in the trail. */
  readonly add: (
    db: WritableDb,
    file: string,
    pieces: readonly RecordedPiece[],
    trail: StepInTrail | null,
  ) => void;
}

export function importStep(): ImportStep {
  let made: { readonly step: number; readonly at: string } | null = null;
  const files: string[] = [];
  return {
    add: (db, file, pieces, trail) => {
      if (pieces.length === 0) return;
      if (!files.includes(file)) files.push(file);
      const count = files.length;
      const name = {
        title: count === 1 ? 'import' : 'imports',
        params: { file: files[0] ?? file, count },
      };
      const at = new Date().toISOString();
      // Another program may have worked on the same workspace between two files.
      if (made && isNewestStep(db, made.step, made.at)) renameStep(db, made.step, name);
      else made = { step: openStep(db, name, at), at };
      const { step } = made;
      addRowsToStep(db, step, pieces);
      if (trail)
        appendTrail(db, trail.kind, { ...trail.details, step, ...rowsTrace(db, step) }, at);
    },
  };
}
