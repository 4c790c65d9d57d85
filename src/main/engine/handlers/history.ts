import type { Handlers } from '../../../shared/contract/contract';
import type { historyMethods } from '../../../shared/contract/history';
import { keepingSeals } from '../decisions/keep-seals';
import type { EngineContext } from '../engine-context';
import { moveOnce, moveTo, rowsOnTheWay, type Move } from '../store/history/history-moves';
import { historyPage } from '../store/history/history-page';
import { firstUndone, lastDone } from '../store/history/history-steps';
import { pauseOn } from '../store/workspace/pause';
import { seenWhereLarge } from './seen-where-large';

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
      const large = { phase: PHASES[direction], rows, total: rows };
      const made = await seenWhereLarge(jobs, large, ({ signal, told }) =>
        keepingSeals(writable, () => moveOnce(writable, direction, pauseOn(signal, told))),
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
        const large = { phase: PHASES.to, rows, total: rows };
        const moves = await seenWhereLarge(jobs, large, ({ signal, told }) =>
          keepingSeals(writable, () => moveTo(writable, step, pauseOn(signal, told))),
        );
        told(moves);
        const undone = moves.filter((one) => one.step.state === 'undone').length;
        return { undone, redone: moves.length - undone };
      }),
  };
}
