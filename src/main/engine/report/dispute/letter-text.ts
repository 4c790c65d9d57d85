import type { Letter } from './letter';

const LINE_END = '\r\n';
/** A cell of two lines, as one. */
const onOneLine = (cell: string) => cell.replace('\n', ' · ');

/** The letter as plain text, for a ticket or a mail. */
export function letterText(letter: Letter): string {
  const { causes, asks, charges, colon, evidence } = letter;
  const lines = [
    letter.date,
    '',
    letter.to,
    '',
    letter.subject,
    '',
    ...letter.facts.map(([label, text]) => `${label}${colon}${text}`),
    '',
    letter.greeting,
    '',
    ...letter.opening,
    '',
    causes.title,
    ...causes.rows.map(
      ([cause, lines, amount]) =>
        `- ${cause ?? ''}${colon}${amount ?? ''} (${causes.heads[1] ?? ''}${colon}${lines ?? ''})`,
    ),
    '',
    asks.title,
    ...asks.items.map((item, index) => `${index + 1}. ${item}`),
    '',
    charges.title,
    ...(charges.more === null ? [] : [charges.more]),
    ...charges.rows.flatMap(({ cells, reasons }) => [
      '',
      `[${cells[0] ?? ''}] ${cells
        .slice(1, 4)
        .map((cell) => cell.replace('\n', ' '))
        .join(' · ')}`,
      ...[4, 5, 6].map(
        (at) => `    ${charges.heads[at] ?? ''}${colon}${onOneLine(cells[at] ?? '')}`,
      ),
      ...reasons.map((reason) => `    ${reason}`),
    ]),
    '',
    evidence.title,
    ...evidence.text,
    ...evidence.files.map(([name, sha256]) => `- ${name}  SHA-256 ${sha256}`),
    '',
    ...letter.closing,
  ];
  return `\uFEFF${lines.flatMap((line) => line.split(/\r\n|\r|\n/)).join(LINE_END)}${LINE_END}`;
}
