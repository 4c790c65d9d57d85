// The fonts of PDF reports, copied beside the built program: it ships without node_modules.
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = 'node_modules/@expo-google-fonts';
const FONTS = [
  'noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  'noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
  'noto-sans-kr/400Regular/NotoSansKR_400Regular.ttf',
  'noto-sans-kr/700Bold/NotoSansKR_700Bold.ttf',
];

/** Copies the four fonts and their licence, the SIL Open Font License, into `target`. */
export function copyReportFonts(root, target) {
  mkdirSync(target, { recursive: true });
  for (const font of FONTS)
    copyFileSync(join(root, FOLDER, font), join(target, font.split('/').at(-1)));
  copyFileSync(join(root, FOLDER, 'noto-sans-sc/LICENSE_FONT'), join(target, 'OFL.txt'));
}
