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

/** Where the window was, or null at the first start and when that place is on no screen any more. */
export function readWindowState(path: string, screens: readonly Rectangle[]): WindowState | null {
  const state = readJson(path, windowStateSchema);
  return state !== null && screens.some((screen) => overlaps(state, screen)) ? state : null;
}

export function writeWindowState(path: string, state: WindowState): void {
  writeJson(path, state);
}

/** Enough of the window's head on the screen to take hold of it. */
function overlaps(state: WindowState, screen: Rectangle): boolean {
  const left = Math.max(state.x, screen.x);
  const right = Math.min(state.x + state.width, screen.x + screen.width);
  const headVisible = state.y >= screen.y && state.y < screen.y + screen.height - 40;
  return right - left >= 120 && headVisible;
}
