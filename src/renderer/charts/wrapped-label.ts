import { textWidth } from './text-width';

/** Chinese has no blanks, and a line of it may end after any letter. */
const HAN = /^\p{Script=Han}+$/u;

/**
 * A label in lines of whole words, as wide as there is room. Charts cut Korean between any two letters; Korean, like
 * English, is cut between words. Chinese is cut into lines of the same length, since a chart would leave one letter
 * alone. Any other single word that is too wide stays one, and the chart cuts it.
 */
export function wrappedLabel(label: string, size: number, room: number): string {
  const lines: string[] = [];
  for (const word of label.split(' ').flatMap((word) => evenLines(word, size, room))) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && textWidth(longer, size) <= room) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines.join('\n');
}

function evenLines(word: string, size: number, room: number): readonly string[] {
  if (!HAN.test(word)) return [word];
  const letters = Array.from(word);
  const perLine = Math.max(1, Math.floor(room / size));
  const lines = Math.ceil(letters.length / perLine);
  const even = Math.ceil(letters.length / lines);
  return Array.from({ length: lines }, (_, line) =>
    letters.slice(line * even, (line + 1) * even).join(''),
  ).filter((line) => line !== '');
}
