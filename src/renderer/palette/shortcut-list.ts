/** Every key of the window, by the part it belongs to. `id` is its sentence in `palette:shortcuts`. */
export interface Shortcut {
  readonly id: string;
  /** Alternatives; each is a chord. `Mod` is Command on a Mac, else Ctrl. */
  readonly keys: readonly string[];
}

export const SHORTCUTS: readonly Shortcut[] = [
  { id: 'palette', keys: ['Mod K'] },
  { id: 'shortcuts', keys: ['?', 'Mod /'] },
  { id: 'screens', keys: ['Alt 1', 'Alt 9'] },
  { id: 'privacy', keys: ['Mod Shift P'] },
  { id: 'undo', keys: ['Mod Z'] },
  { id: 'redo', keys: ['Mod Shift Z', 'Mod Y'] },
  { id: 'rows', keys: ['↑', '↓', 'K', 'J'] },
  { id: 'pages', keys: ['Page Up', 'Page Down', 'Home', 'End'] },
  { id: 'days', keys: ['←', '→'] },
  { id: 'open', keys: ['Enter'] },
  { id: 'close', keys: ['Esc'] },
  { id: 'stretch', keys: ['Shift ↑', 'Shift ↓'] },
  { id: 'toggle', keys: ['Space'] },
  { id: 'all', keys: ['Mod A'] },
  { id: 'copy', keys: ['Mod C'] },
  { id: 'accept', keys: ['A'] },
  { id: 'dispute', keys: ['D'] },
  { id: 'ask', keys: ['Q'] },
];

/** What a chord still is where letters and signs alone are switched off. */
export function isLetterKey(chord: string): boolean {
  return /^[A-Z?]$/.test(chord);
}

export function keyText(chord: string, mac: boolean): string {
  return chord.replace('Mod', mac ? '⌘' : 'Ctrl').replace('Alt', mac ? '⌥' : 'Alt');
}
