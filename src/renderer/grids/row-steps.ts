import { createContext } from 'react';

/** Below this width a panel beside the grid would leave a strip of it: the panel takes all of the room instead. */
export const PANEL_COVERS = '(width <= 1080px)';

/** From an open row to its neighbours, for a panel that covers the grid; null: there is none. */
export interface RowSteps {
  readonly previous: (() => void) | null;
  readonly next: (() => void) | null;
}

export const RowStepsContext = createContext<RowSteps>({ previous: null, next: null });
