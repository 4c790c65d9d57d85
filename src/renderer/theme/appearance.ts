import type { Theme } from '../../shared/contract/looks';

/** The four looks of the window, each with its block in tokens.css. */
export type Appearance = 'light' | 'dark' | 'contrast' | 'contrast-dark';

export interface SystemWishes {
  readonly dark: boolean;
  /** The system was asked for more contrast. */
  readonly contrast: boolean;
  /** The system puts its own few colours in place of the window's; `dark` is then about its ground. */
  readonly forced: boolean;
}

/**
 * A chosen light or dark stands; following the system also follows its wish for contrast. Where the system's own
 * colours are forced, what it does not recolour, such as pictures, must stand out on its ground, whatever was chosen.
 */
export function appearanceOf(theme: Theme, { dark, contrast, forced }: SystemWishes): Appearance {
  if (forced) return dark ? 'contrast-dark' : 'contrast';
  if (theme === 'light' || theme === 'dark') return theme;
  if (theme === 'contrast' || contrast) return dark ? 'contrast-dark' : 'contrast';
  return dark ? 'dark' : 'light';
}

export function isDark(appearance: Appearance): boolean {
  return appearance === 'dark' || appearance === 'contrast-dark';
}
