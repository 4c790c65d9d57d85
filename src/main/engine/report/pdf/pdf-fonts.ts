import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { invariant } from '../../../../shared/invariant';

/** Noto Sans, under the SIL Open Font License: its text is shipped beside the fonts. */
export const FONT_FILES = {
  sc: 'NotoSansSC_400Regular.ttf',
  'sc-bold': 'NotoSansSC_700Bold.ttf',
  kr: 'NotoSansKR_400Regular.ttf',
  'kr-bold': 'NotoSansKR_700Bold.ttf',
} as const;
export type FontName = keyof typeof FONT_FILES;

const PACKAGED: Readonly<Record<FontName, string>> = {
  sc: 'noto-sans-sc/400Regular',
  'sc-bold': 'noto-sans-sc/700Bold',
  kr: 'noto-sans-kr/400Regular',
  'kr-bold': 'noto-sans-kr/700Bold',
};

/** A font's file: beside the built program, or in development from the package it comes in. */
export function fontPath(name: FontName): string {
  const path = placesOf(name).find((place) => existsSync(place));
  invariant(path !== undefined, `the font ${FONT_FILES[name]} did not come with the program`);
  return path;
}

/** `fonts/` beside the program or above it, then `node_modules` of the checkout. */
function placesOf(name: FontName): string[] {
  const folders: string[] = [];
  for (let folder = __dirname; ; folder = dirname(folder)) {
    folders.push(folder);
    if (dirname(folder) === folder) break;
  }
  return [
    ...folders.map((folder) => join(folder, 'fonts', FONT_FILES[name])),
    ...folders.map((folder) =>
      join(folder, 'node_modules/@expo-google-fonts', PACKAGED[name], FONT_FILES[name]),
    ),
  ];
}
