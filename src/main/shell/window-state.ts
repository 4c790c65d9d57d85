import type { Rectangle } from 'electron';
import { z } from 'zod';
import { readJson, writeJson } from './settings-file';

const windowStateSchema = z.object({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().min(200),
  height: z.number().int().min(200),
  maximized: z.boolean(),
});
export type WindowState = z.infer<typeof windowStateSchema>;

/**
 * Where the window is to be, or null at the first start. One whose place is on no screen any more comes back in the
 * middle of the first of `screens`, as large as it was and as that screen allows.
 */
export function readWindowState(path: string, screens: readonly Rectangle[]): WindowState | null {
  const state = readJson(path, windowStateSchema);
  const [first] = screens;
  if (state === null || first === undefined) return null;
  return screens.some((screen) => canBeTaken(state, screen))
    ? state
    : { ...state, ...inTheMiddle(state, first) };
}

export function writeWindowState(path: string, state: WindowState): void {
  writeJson(path, state);
}

/** Enough of the window's head is on the screen to take hold of it. */
function canBeTaken(state: WindowState, screen: Rectangle): boolean {
  const left = Math.max(state.x, screen.x);
  const right = Math.min(state.x + state.width, screen.x + screen.width);
  const headVisible = state.y >= screen.y && state.y < screen.y + screen.height - 40;
  return right - left >= 120 && headVisible;
}

function inTheMiddle(state: WindowState, screen: Rectangle): Rectangle {
  const width = Math.min(state.width, screen.width);
  const height = Math.min(state.height, screen.height);
  return {
    x: screen.x + Math.floor((screen.width - width) / 2),
    y: screen.y + Math.floor((screen.height - height) / 2),
    width,
    height,
  };
}
