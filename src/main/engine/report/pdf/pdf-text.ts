import type { Language } from '../../../../shared/contract/fields';
import type { FontName } from './pdf-fonts';

/** What measuring and writing text needs of the PDF library. */
export interface Pen {
  font: (name: string, size: number) => unknown;
  widthOfString: (text: string) => number;
  text: (text: string, x: number, y: number, options: { lineBreak: false }) => unknown;
}

export interface TextStyle {
  readonly size: number;
  readonly bold?: boolean | undefined;
}

interface Run {
  readonly font: FontName;
  readonly text: string;
}

const HANGUL = /[\u1100-\u11ff\u3130-\u318f\ua960-\ua97f\uac00-\ud7ff]/;
const HAN = /[\u2e80-\u2fdf\u3000-\u303f\u31c0-\u31ef\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]/;

/** As wide as a Chinese character in the Chinese font, and as in Latin in the Korean one. */
const LATIN_MARKS = /[\u2018-\u201d\u00b7]/;

/** Writes and measures text in two scripts: Korean from one font, Chinese from another, each with Latin. */
export class Typesetter {
  readonly #widths = new Map<string, number>();
  constructor(
    private readonly pen: Pen,
    private readonly language: Language,
  ) {}

  width(text: string, style: TextStyle): number {
    let width = 0;
    for (const { font, text: part } of this.#runs(text, style)) {
      const key = `${font}${style.size}${part}`;
      let known = this.#widths.get(key);
      if (known === undefined) {
        this.pen.font(font, style.size);
        known = this.pen.widthOfString(part);
        this.#widths.set(key, known);
      }
      width += known;
    }
    return width;
  }

  /** One line, its top left corner at (x, y). */
  line(text: string, x: number, y: number, style: TextStyle): void {
    let at = x;
    for (const { font, text: part } of this.#runs(text, style)) {
      this.pen.font(font, style.size);
      this.pen.text(part, at, y, { lineBreak: false });
      at += this.width(part, style);
    }
  }

  /** `text` in lines no wider than `width`: broken between words, or anywhere between Chinese characters. */
  wrap(text: string, width: number, style: TextStyle): string[] {
    const lines: string[] = [];
    for (const paragraph of text.split(/\r\n|\r|\n/)) {
      let line = '';
      for (const piece of piecesOf(paragraph)) {
        if (this.width((line + piece).trimEnd(), style) <= width) line += piece;
        else {
          if (line.trim() !== '') lines.push(line.trimEnd());
          line = this.#broken(piece, width, style, lines);
        }
      }
      lines.push(line.trimEnd());
    }
    return lines;
  }

  /** A word wider than the column (a hash, a path) is cut where the column ends; answers what is left. */
  #broken(piece: string, width: number, style: TextStyle, lines: string[]): string {
    let line = '';
    for (const character of piece.trimStart()) {
      if (line !== '' && this.width(line + character, style) > width) {
        lines.push(line);
        line = '';
      }
      line += character;
    }
    return line;
  }

  #scriptOf(character: string): 'kr' | 'sc' {
    if (HANGUL.test(character)) return 'kr';
    if (HAN.test(character)) return 'sc';
    if (LATIN_MARKS.test(character)) return this.language === 'zh-CN' ? 'sc' : 'kr';
    return this.language === 'ko' ? 'kr' : 'sc';
  }

  #runs(text: string, { bold }: TextStyle): Run[] {
    const runs: { font: FontName; text: string }[] = [];
    for (const character of text.normalize('NFC')) {
      const script = this.#scriptOf(character);
      const font: FontName = bold === true ? `${script}-bold` : script;
      const last = runs.at(-1);
      if (last?.font === font) last.text += character;
      else runs.push({ font, text: character });
    }
    return runs;
  }
}

/** Where a line may end: after a blank or hyphen of a word, and after each Chinese character. */
function piecesOf(text: string): string[] {
  return (
    text.match(
      /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef][，。、；：）」』！？]*|[^\s\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]+[，。、；：）」』！？]*\s*|\s+/g,
    ) ?? ['']
  );
}
