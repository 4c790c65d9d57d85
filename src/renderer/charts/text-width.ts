/** About how wide a text is drawn at a font's size, in pixels: enough to tell whether it fits. */
export function textWidth(text: string, fontSize: number): number {
  return Array.from(text).reduce((width, sign) => width + fontSize * signWidth(sign), 0);
}

/** Chinese and Korean letters are square. */
const SQUARE = /[\u1100-\u11ff\u2e80-\uffef]/;

/** Of the font's size. */
function signWidth(sign: string): number {
  if (sign === ',' || sign === '.') return 0.33;
  return SQUARE.test(sign) ? 1 : 0.6;
}
