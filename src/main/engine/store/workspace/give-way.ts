import { constants, setPriority } from 'node:os';

/**
 * Lets every other thread go first from now on: for a thread whose work nobody waits for, so that the window is drawn
 * and the engine answers while it works. Only Linux gives a thread a priority of its own; elsewhere the call would slow
 * down the whole program, and nothing happens.
 */
export function giveWay(): void {
  if (process.platform !== 'linux') return;
  try {
    setPriority(0, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // Not allowed here: the work is done all the same.
  }
}
