import { useCallback, useEffect, useMemo, useRef } from 'react';
import { ask, useEngineQuery } from '../client/engine-query';
import { useAccountDraft } from '../state/account-draft';
import { failureNotice } from '../state/failure-notice';
import { useNotices, type Said } from '../state/notices';
import { stepText } from './use-step-text';

export type Direction = 'undo' | 'redo';

const BACK: Readonly<Record<Direction, Direction>> = { undo: 'redo', redo: 'undo' };

export interface HistoryMoves {
  /** One step back or forth, told by its name, with the way back. */
  readonly move: (direction: Direction) => Promise<void>;
  /** To where this step was the last one; 0: before all. */
  readonly goTo: (step: number) => Promise<void>;
}

/**
 * The ways through the history of the workspace.
 *
 * @param refused tells why nothing was moved; without it the window does, above its screen.
 */
export function useHistoryMoves(refused?: (why: Said) => void): HistoryMoves {
  const { show, clear } = useNotices();
  const { kept, keep } = useAccountDraft();
  const latest = useRef(refused);
  useEffect(() => {
    latest.current = refused;
  });
  const path = useEngineQuery('workspace.current', {}).data?.path;

  /** The form shows the account as it is now, unless something was typed that is not saved. */
  const forgetDraft = useCallback(() => {
    if (path !== undefined && kept(path)?.changed === false) keep(path, () => null);
  }, [path, kept, keep]);
  return useMemo(() => {
    const failed = (thrown: unknown) => {
      const notice = failureNotice(thrown);
      if (latest.current) latest.current(notice.text);
      else show(notice);
    };
    const move = async (direction: Direction) => {
      try {
        const step = await ask(`history.${direction}`, {});
        if (!step) {
          show({
            tone: 'note',
            text: ({ t }) =>
              t(direction === 'undo' ? 'history:nothingToUndo' : 'history:nothingToRedo'),
          });
          return;
        }
        forgetDraft();
        show({
          tone: 'success',
          text: (words) =>
            words.t(direction === 'undo' ? 'history:undone' : 'history:redone', {
              step: stepText(step, words),
            }),
          action: {
            label: ({ t }) => t(direction === 'undo' ? 'history:redo' : 'history:undo'),
            run: () => {
              clear();
              void move(BACK[direction]);
            },
          },
        });
      } catch (thrown) {
        failed(thrown);
      }
    };
    const goTo = async (step: number) => {
      try {
        const { undone, redone } = await ask('history.goTo', { step });
        if (undone + redone === 0) return;
        forgetDraft();
        show({
          tone: 'success',
          text: ({ t }) =>
            undone > 0
              ? t('history:moved/back', { count: undone })
              : t('history:moved/forward', { count: redone }),
        });
      } catch (thrown) {
        failed(thrown);
      }
    };
    return { move, goTo };
  }, [show, clear, forgetDraft]);
}
