import PDFDocument from 'pdfkit';
import type { Language } from '../../../../shared/contract/fields';
import { fontPath, FONT_FILES, type FontName } from './pdf-fonts';
import { Typesetter, type TextStyle } from './pdf-text';

export const PAGE = { width: 841.89, height: 595.28, margin: 40, footer: 30 } as const;
export const PORTRAIT = { ...PAGE, width: PAGE.height, height: PAGE.width, margin: 56 } as const;
export type PageSize = typeof PAGE | typeof PORTRAIT;
const KEPT_LINES = 5;
export const INK = '#1d2430';
export const MUTED = '#5b6472';
export const RULE = '#c9d0da';
export const BAND = '#f1f4f8';

export interface SheetOptions {
  readonly language: Language;
  readonly title: string;
  /** Goes into the file's own description, where programs find it. */
  readonly keywords: string;
  readonly createdAt: Date;
  readonly page?: PageSize;
}

/** A PDF that grows downwards: text and tables take room, and a new page begins where there is none left. */
export class PdfSheet {
  readonly pdf: PDFKit.PDFDocument;
  readonly type: Typesetter;
  readonly page: PageSize;
  y: number;
  /** A heading is put down together with what stands below it, so that none is left alone at a page's foot. */
  #waiting: { readonly height: number; readonly put: () => void } | null = null;

  constructor(options: SheetOptions) {
    this.page = options.page ?? PAGE;
    this.pdf = new PDFDocument({
      size: [this.page.width, this.page.height],
      margin: 0,
      bufferPages: true,
      // None: the library would look for a Latin font of its own that no package has.
      font: '',
      lang: options.language,
      displayTitle: true,
      tagged: false,
      info: {
        Title: options.title,
        Creator: 'Recount',
        Producer: 'Recount',
        Keywords: options.keywords,
        CreationDate: options.createdAt,
        ModDate: options.createdAt,
      },
    });
    for (const name of Object.keys(FONT_FILES) as FontName[])
      this.pdf.registerFont(name, fontPath(name));
    this.type = new Typesetter(this.pdf, options.language);
    this.y = this.page.margin;
  }

  get left(): number {
    return this.page.margin;
  }

  get width(): number {
    return this.page.width - 2 * this.page.margin;
  }

  get bottom(): number {
    return this.page.height - this.page.margin - this.page.footer;
  }

  /**
   * Begins a new page unless `height` points are left on this one, and as many as a heading takes that waits
   * for what is put here; true when it did.
   */
  need(height: number): boolean {
    const heading = this.#waiting;
    this.#waiting = null;
    const isFull = this.y + (heading?.height ?? 0) + height > this.bottom;
    if (isFull) {
      this.pdf.addPage();
      this.y = this.page.margin;
    }
    heading?.put();
    return isFull;
  }

  space(points: number): void {
    this.y += points;
  }

  /** Stands on the page of what is put below it: a paragraph, or a table's first row. */
  heading(text: string, size = 14): void {
    const style = { size, bold: true };
    const lines = this.type.wrap(text, this.width, style);
    const step = size * 1.5;
    const put = () => {
      for (const line of lines) {
        this.pdf.fillColor(INK);
        this.type.line(line, this.left, this.y, style);
        this.y += step;
      }
      this.y += 4;
    };
    this.#waiting = { height: lines.length * step + 4, put };
  }

  paragraph(text: string, style: TextStyle, colour: string = INK): void {
    const height = style.size * 1.5;
    const lines = this.type.wrap(text, this.width, style);
    // A few lines that belong together are not torn apart by a page's end.
    if (lines.length <= KEPT_LINES) this.need(lines.length * height);
    for (const line of lines) {
      this.need(height);
      this.pdf.fillColor(colour);
      this.type.line(line, this.left, this.y, style);
      this.y += height;
    }
  }

  /** `texts` below each other at the foot of every page, with its number, once all pages are there. */
  footers(texts: readonly string[], numbered: (page: number, pages: number) => string): void {
    const { start, count } = this.pdf.bufferedPageRange();
    const style = { size: 7.5 };
    for (let index = 0; index < count; index += 1) {
      this.pdf.switchToPage(start + index);
      const y = this.page.height - this.page.margin - 6;
      const number = numbered(index + 1, count);
      this.pdf.strokeColor(RULE).lineWidth(0.5);
      this.pdf
        .moveTo(this.left, y - 6)
        .lineTo(this.left + this.width, y - 6)
        .stroke();
      this.pdf.fillColor(MUTED);
      texts.forEach((text, line) => this.type.line(text, this.left, y + line * 10, style));
      this.type.line(number, this.left + this.width - this.type.width(number, style), y, style);
    }
  }
}
