import PDFDocument from 'pdfkit';
import type { Language } from '../../../../shared/contract/fields';
import { fontPath, FONT_FILES, type FontName } from './pdf-fonts';
import { Typesetter, type TextStyle } from './pdf-text';

export const PAGE = { width: 841.89, height: 595.28, margin: 40, footer: 30 } as const;
export const PORTRAIT = { ...PAGE, width: PAGE.height, height: PAGE.width, margin: 56 } as const;
export type PageSize = typeof PAGE | typeof PORTRAIT;
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

  /** Begins a new page unless `height` points are left on this one; true when it did. */
  need(height: number): boolean {
    if (this.y + height <= this.bottom) return false;
    this.pdf.addPage();
    this.y = this.page.margin;
    return true;
  }

  space(points: number): void {
    this.y += points;
  }

  /** `keep`: points below the heading that should stand on the same page with it. */
  heading(text: string, size = 14, keep = 0): void {
    this.need(size * 3 + Math.max(size, keep));
    this.paragraph(text, { size, bold: true });
    this.space(4);
  }

  paragraph(text: string, style: TextStyle, colour: string = INK): void {
    const height = style.size * 1.5;
    for (const line of this.type.wrap(text, this.width, style)) {
      this.need(height);
      this.pdf.fillColor(colour);
      this.type.line(line, this.left, this.y, style);
      this.y += height;
    }
  }

  /** `text` at the foot of every page, with its number, once all pages are there. */
  footers(text: string, numbered: (page: number, pages: number) => string): void {
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
      this.type.line(text, this.left, y, style);
      this.type.line(number, this.left + this.width - this.type.width(number, style), y, style);
    }
  }
}
