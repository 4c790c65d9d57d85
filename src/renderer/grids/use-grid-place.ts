import { useCallback, useEffect, useMemo, useState } from 'react';
import { NO_ROWS, onlyRow, type RowSelection } from '../components/grid/row-selection';

export interface GridPlaceState {
  /** The row the keys are at; -1 while none was entered. */
  readonly active: number;
  readonly selection: RowSelection;
  readonly moveTo: (index: number) => void;
  readonly select: (selection: RowSelection) => void;
  /** Other rows stand at the same places now: nothing is chosen any more. */
  readonly restart: () => void;
  /** How often it began anew: each time the grid is shown from its top. */
  readonly starts: number;
  /** Goes to a row from elsewhere, which the grid then brings into view. */
  readonly reveal: (index: number) => void;
  /** How often that was done. */
  readonly reveals: number;
}

/** Where a person is in a grid and which rows they chose. */
export function useGridPlace(): GridPlaceState {
  const [active, moveTo] = useState(-1);
  const [selection, select] = useState<RowSelection>(NO_ROWS);
  const [starts, setStarts] = useState(0);
  const [reveals, setReveals] = useState(0);
  const restart = useCallback(() => {
    setStarts((before) => before + 1);
    moveTo(-1);
    select(NO_ROWS);
  }, []);
  const reveal = useCallback((index: number) => {
    setReveals((before) => before + 1);
    moveTo(index);
    select(onlyRow(index));
  }, []);
  return useMemo(
    () => ({ active, selection, moveTo, select, restart, starts, reveal, reveals }),
    [active, selection, restart, starts, reveal, reveals],
  );
}

/**
 * A grid that is opened at a row stands at that row as if it had been chosen there. Who went on meanwhile stays where
 * they are. `row`: its place, null or undefined as long as it is not known.
 */
export function useRevealed(
  { active, reveal }: GridPlaceState,
  row: number | null | undefined,
  rows: number,
): void {
  const there = row !== null && row !== undefined && row < rows && active < 0;
  useEffect(() => {
    if (there) reveal(row);
  }, [there, row, reveal]);
}

/**
 * Begins anew where other rows are asked for than in the last drawing: nothing that was chosen or open among
 * those stays. `start` sets state of the same component alone, and what has the focus keeps it.
 */
export function useStartWith(rows: unknown, start: () => void): void {
  const asked = JSON.stringify(rows);
  const [shown, setShown] = useState(asked);
  if (shown === asked) return;
  setShown(asked);
  start();
}
