/** The screens of the window, in the order of the rail. */
export const SCREENS = [
  'overview',
  'differences',
  'usage',
  'bills',
  'packages',
  'prices',
  'estimate',
  'imports',
  'reports',
  'settings',
] as const;
export type Screen = (typeof SCREENS)[number];
