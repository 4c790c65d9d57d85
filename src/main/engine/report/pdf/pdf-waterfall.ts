import type { Language } from '../../../../shared/contract/fields';
import { amountText, decimalsOf } from '../../locale/number-text';
import { sentence, term } from '../../locale/sentence';
import { bridgePicture } from '../bridge-spans';
import type { ReportSource } from '../report-source';
import { INK, MUTED, RULE, type PdfSheet } from './pdf-sheet';

const COLOURS = { whole: '#1f5fbf', over: '#b3261e', under: '#1b6e4b' } as const;
const ROW = 19;
const LABELS = 190;
const AMOUNTS = 100;

/** Expected to billed by cause: one bar a row, each beginning where the one above ended. */
export function pdfWaterfall(sheet: PdfSheet, source: ReportSource, language: Language): void {
  const { spans, fromZero } = bridgePicture(source.run);
  const room = sheet.width - LABELS - AMOUNTS - 12;
  const style = { size: 9 };
  const decimals = decimalsOf(spans.map(({ amount }) => amount));
  sheet.heading(sentence(language, 'report:summary/bridge'));
  // The picture stands on one page as long as one page holds it.
  sheet.need((spans.length + 1) * ROW);
  spans.forEach(({ name, amount, from, to, tone }, index) => {
    sheet.need(ROW);
    const label =
      tone === 'whole' ? term(language, 'headline', name) : term(language, 'causes', name);
    const text = `${tone === 'over' ? '+' : ''}${amountText(amount, decimals)}`;
    const bold = tone === 'whole';
    sheet.pdf.fillColor(INK);
    sheet.type.line(label, sheet.left, sheet.y + 3, { ...style, bold });
    const x = sheet.left + LABELS;
    sheet.type.line(text, x + AMOUNTS - sheet.type.width(text, { ...style, bold }), sheet.y + 3, {
      ...style,
      bold,
    });
    const start = x + AMOUNTS + 12;
    sheet.pdf
      .rect(start + from * room, sheet.y + 3, Math.max(1, (to - from) * room), ROW - 7)
      .fill(COLOURS[tone]);
    const next = spans[index + 1];
    if (next) {
      const at = start + (tone === 'under' ? from : to) * room;
      sheet.pdf.strokeColor(RULE).lineWidth(0.5);
      sheet.pdf
        .moveTo(at, sheet.y + ROW - 4)
        .lineTo(at, sheet.y + ROW + 3)
        .stroke();
    }
    sheet.y += ROW;
  });
  if (!fromZero) sheet.paragraph(sentence(language, 'report:pdf/axis'), { size: 8 }, MUTED);
}
