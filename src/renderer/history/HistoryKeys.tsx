import { useEffect } from 'react';
import { useEngineQuery } from '../client/engine-query';
import { historyMoveOfKey } from '../decisions/verdict';
import { useHistoryMoves } from './use-history-moves';

/** Ctrl+Z and Ctrl+Shift+Z anywhere in the window, except where a person is typing. */
export function HistoryKeys() {
  const workspace = useEngineQuery('workspace.current', {});
  const open = workspace.data !== null && workspace.data !== undefined;
  const { move } = useHistoryMoves();
  useEffect(() => {
    if (!open) return;
    const onKeyDown = (event: KeyboardEvent) => {
      const direction = historyMoveOfKey(event);
      if (!direction) return;
      event.preventDefault();
      void move(direction);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  });
  return null;
}
