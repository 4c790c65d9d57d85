import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Handlers } from '../../../shared/contract/contract';
import type { historyMethods } from '../../../shared/contract/history';
import { keepingSeals } from '../decisions/keep-seals';
import type { EngineContext } from '../engine-context';
import { throwIfCancelled, type JobControl, type Jobs } from '../jobs';
import { moveOnce, moveTo, rowsOnTheWay, type Move } from '../store/history/history-moves';
import { historyPage } from '../store/history/history-page';
import { firstUndone, lastDone } from '../store/history/history-steps';
import type { Pause } from '../store/history/step-rows';

/** From so many rows on a move takes long enough to be seen, and to be called off. */
const LARGE = 10_000;
const PHASES = { undo: 'undoing', redo: 'redoing', to: 'going-to-step' } as const;

/** What was done to the workspace, and the ways back and forth in it. */
export function historyHandlers({
  session,
  jobs,
  writing,
  changed,
}: EngineContext): Pick<Handlers, keyof typeof historyMethods> {
  const told = (moves: readonly Move[]) => {
    // Pins are steps too, and with them the numbers may change.
    if (moves.length > 0) changed('decisions', 'audits');
    if (moves.some(({ rows }) => rows)) changed('workspace', 'account', 'imports', 'views');
  };
  const move = (direction: 'undo' | 'redo') =>
    writing.run(async () => {
      const { writable } = session.require();
      const rows = rowsOnTheWay(writable, direction);
      const made = await seenWhereLarge(jobs, { phase: PHASES[direction], rows }, (pause) =>
        keepingSeals(writable, () => moveOnce(writable, direction, pause)),
      );
      told(made ? [made] : []);
      return made && made.step;
    });
  return {
    'history.list': (page) => {
      const db = session.require().readable;
      return { ...historyPage(db, page), undo: lastDone(db), redo: firstUndone(db) };
    },
    'history.undo': () => move('undo'),
    'history.redo': () => move('redo'),
    'history.goTo': ({ step }) =>
      writing.run(async () => {
        const { writable } = session.require();
        const rows = rowsOnTheWay(writable, step);
        const moves = await seenWhereLarge(jobs, { phase: PHASES.to, rows }, (pause) =>
          keepingSeals(writable, () => moveTo(writable, step, pause)),
        );
        told(moves);
        const undone = moves.filter((one) => one.step.state === 'undone').length;
        return { undone, redone: moves.length - undone };
      }),
  };
}

/** Does `work`; a large one as a job that is followed and can be cancelled, while it keeps its place in the queue. */
function seenWhereLarge<T>(
  jobs: Jobs,
  { phase, rows: total }: { readonly phase: string; readonly rows: number },
  work: (pause: Pause) => Promise<T>,
): Promise<T> {
  if (total < LARGE)
    return work(async () => {
      await nextTurn();
    });
  return jobs.follow('history', (control) => work(pausing(control, phase, total)));
}

function pausing({ signal, progress }: JobControl, phase: string, total: number): Pause {
  let done = 0;
  progress({ phase, done, total });
  return async (rows) => {
    done += rows;
    progress({ phase, done, total });
    await nextTurn();
    throwIfCancelled(signal);
  };
}
