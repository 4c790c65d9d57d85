import type { RecountWindow } from '../recount-window';

/** Modifiers by how a chord is written: `Control+k`. */
const MODIFIERS = { Control: 'control', Shift: 'shift', Alt: 'alt' } as const;
type Modifier = (typeof MODIFIERS)[keyof typeof MODIFIERS];

interface Stroke {
  readonly keyCode: string;
  readonly modifiers: readonly Modifier[];
}

function strokeOf(chord: string): Stroke {
  const parts = chord.split('+');
  const held = parts.slice(0, -1) as (keyof typeof MODIFIERS)[];
  return { keyCode: parts.at(-1) ?? '', modifiers: held.map((name) => MODIFIERS[name]) };
}

/** The letters of a word as keys. */
export const letters = (word: string): string[] => word.match(/./gu) ?? [];

/**
 * Presses keys like somebody who knows them by heart: all of them are on their way before the window has
 * answered to the first. Playwright's own keyboard waits for each, and would forgive a window that is late.
 */
export async function inOneGo(recount: RecountWindow, ...chords: string[]): Promise<void> {
  await recount.app.evaluate(({ BrowserWindow }, strokes) => {
    const page = BrowserWindow.getAllWindows()[0]?.webContents;
    for (const { keyCode, modifiers } of strokes) {
      const key = { keyCode, modifiers: [...modifiers] };
      page?.sendInputEvent({ type: 'keyDown', ...key });
      // A key that writes also sends what it writes.
      if (modifiers.length === 0 && (keyCode.length === 1 || keyCode === 'Enter'))
        page?.sendInputEvent({ type: 'char', ...key });
      page?.sendInputEvent({ type: 'keyUp', ...key });
    }
  }, chords.map(strokeOf));
}
