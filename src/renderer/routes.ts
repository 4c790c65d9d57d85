/** The screens of the window, in the order of the rail. */
export const SCREENS = [
  'overview',
  'differences',
  'bills',
  'packages',
  'prices',
  'imports',
  'settings',
] as const;
export type Screen = (typeof SCREENS)[number];
