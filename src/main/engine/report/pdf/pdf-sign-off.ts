import type { SignOffAct } from '../../../../shared/contract/sign-off';
import type { Language } from '../../../../shared/contract/fields';
import { amountText, signedAmountText } from '../../locale/number-text';
import { sentence, term } from '../../locale/sentence';
import { momentText } from '../cover-facts';
import type { ReportSource } from '../report-source';
import { signedState } from '../signed-state';
import { MUTED, type PdfSheet } from './pdf-sheet';
import { pdfTable } from './pdf-table';

/** Who signed the period, when and what, and whether this report shows it. */
export function pdfSignOff(sheet: PdfSheet, source: ReportSource, language: Language): void {
  const words = (key: string) => sentence(language, `report:columns/${key}`);
  sheet.space(20);
  sheet.heading(sentence(language, 'report:sheets/sign-off'));
  for (const text of signedState(source, language)) sheet.paragraph(text, { size: 9 }, MUTED);
  if (source.signOff.length === 0) return;
  sheet.space(4);
  pdfTable(
    sheet,
    [
      { heading: words('act'), share: 9, align: 'left' },
      { heading: words('signedBy'), share: 15, align: 'left' },
      { heading: words('signedAt'), share: 14, align: 'left' },
      { heading: words('decisionNote'), share: 20, align: 'left' },
      { heading: sentence(language, 'report:signed/what'), share: 24, align: 'left' },
      { heading: words('trailHead'), share: 18, align: 'left' },
    ],
    source.signOff.map((act) => [
      sentence(language, `report:acts/${act.act}`),
      act.name,
      momentText(act.at),
      act.note,
      act.act === 'reopened' ? '–' : whatWasSigned(act, source.run.currency, language),
      act.trailHead,
    ]),
  );
}

/** The totals as they were signed, and the number of files they stand on, in lines of their own. */
function whatWasSigned({ lock }: SignOffAct, currency: string, language: Language): string {
  const { totals, files } = lock;
  const names = ['billed', 'expected', 'difference', 'unexplained'] as const;
  return [
    ...names.map((name) => {
      const written = name === 'billed' || name === 'expected' ? amountText : signedAmountText;
      return `${term(language, 'headline', name)} ${written(totals[name])} ${currency}`;
    }),
    sentence(language, 'report:signed/files', { count: files.length }),
  ].join('\n');
}
