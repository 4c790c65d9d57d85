import { useCallback, useMemo, useState } from 'react';
import { NO_ROWS, type RowSelection } from '../components/grid/row-selection';

export interface GridPlaceState {
  /** The row the keys are at; -1 while none was entered. */
  readonly active: number;
  readonly selection: RowSelection;
  readonly moveTo: (index: number) => void;
  readonly select: (selection: RowSelection) => void;
  /** Other rows stand at the same places now: nothing is chosen any more. */
  readonly restart: () => void;
}

/** Where a person is in a grid and which rows they chose. */
export function useGridPlace(): GridPlaceState {
  const [active, moveTo] = useState(-1);
  const [selection, select] = useState<RowSelection>(NO_ROWS);
  const restart = useCallback(() => {
    moveTo(-1);
    select(NO_ROWS);
  }, []);
  return useMemo(
    () => ({ active, selection, moveTo, select, restart }),
    [active, selection, restart],
  );
}
