import { useEffect } from 'react';
import { bridge } from '../client/bridge';
import { useEngineQuery } from '../client/engine-query';
import { useStepText } from './use-step-text';

/** Tells the menu of the program what undo and redo would be about, in the language of the moment. */
export function useHistoryMenu(workspaceOpen: boolean): void {
  const stepText = useStepText();
  const page = { offset: 0, limit: 1 };
  const { data } = useEngineQuery('history.list', page, { enabled: workspaceOpen });
  const undo = workspaceOpen && data?.undo ? stepText(data.undo) : null;
  const redo = workspaceOpen && data?.redo ? stepText(data.redo) : null;
  useEffect(() => {
    void bridge().desktop.nameHistory({ open: workspaceOpen, undo, redo });
  }, [workspaceOpen, undo, redo]);
}
