/** What a person can ask the window to look like. Apart from the schemas, which the window does without at its start. */
export const THEMES = ['system', 'light', 'dark', 'contrast'] as const;
export type Theme = (typeof THEMES)[number];

/** How close rows stand. */
export const DENSITIES = ['comfortable', 'compact'] as const;
