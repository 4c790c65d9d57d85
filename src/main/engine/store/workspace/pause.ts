import { setImmediate as nextTurn } from 'node:timers/promises';
import { EngineFailure, engineError } from '../../../../shared/contract/error';

/**
 * Lets others have their turn, after so many rows. What it throws ends the work, and with its transaction takes back
 * all of it.
 */
export type Pause = (rows: number) => Promise<void>;

/** A pause that tells of how many rows it is, and throws EngineFailure `cancelled` on a signal. */
export function pauseOn(signal: AbortSignal, told: (rows: number) => void = () => {}): Pause {
  return async (rows) => {
    told(rows);
    await nextTurn();
    if (signal.aborted) throw new EngineFailure(engineError('cancelled'));
  };
}

/** For what is never called off: others have their turn all the same. */
export const onlyTurns: Pause = async () => {
  await nextTurn();
};
