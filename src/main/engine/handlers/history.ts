import type { Handlers } from '../../../shared/contract/contract';
import type { historyMethods } from '../../../shared/contract/history';
import { keepingSeals } from '../decisions/keep-seals';
import type { EngineContext } from '../engine-context';
import { moveOnce, moveTo, type Move } from '../store/history/history-moves';
import { historyPage } from '../store/history/history-page';
import { firstUndone, lastDone } from '../store/history/history-steps';

/** What was done to the workspace, and the ways back and forth in it. */
export function historyHandlers({
  session,
  writing,
  changed,
}: EngineContext): Pick<Handlers, keyof typeof historyMethods> {
  const told = (moves: readonly Move[]) => {
    // Pins are steps too, and with them the numbers may change.
    if (moves.length > 0) changed('decisions', 'audits');
    if (moves.some(({ rows }) => rows)) changed('workspace', 'account', 'imports', 'views');
  };
  const move = (direction: 'undo' | 'redo') =>
    writing.run(() => {
      const { writable } = session.require();
      const made = keepingSeals(writable, () => moveOnce(writable, direction));
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
      writing.run(() => {
        const { writable } = session.require();
        const moves = keepingSeals(writable, () => moveTo(writable, step));
        told(moves);
        const undone = moves.filter((one) => one.step.state === 'undone').length;
        return { undone, redone: moves.length - undone };
      }),
  };
}
