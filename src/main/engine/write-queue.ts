/**
 * One writer at a time. A transaction may stay open while a file is still being read; whatever else wants
 * to write to the workspace waits here, so that nothing slips into somebody else's transaction.
 */
export interface WriteQueue {
  /** Runs `work` when all earlier work has ended, however it ended. */
  readonly run: <T>(work: () => Promise<T> | T) => Promise<T>;
}

export function createWriteQueue(): WriteQueue {
  let last: Promise<unknown> = Promise.resolve();
  return {
    run: (work) => {
      const turn = last.then(() => work());
      last = turn.catch(() => undefined);
      return turn;
    },
  };
}
