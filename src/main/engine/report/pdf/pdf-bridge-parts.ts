import type { BridgePartRow } from '../../../../shared/contract/bridges';
import type { Language } from '../../../../shared/contract/fields';
import type { BridgeDimension } from '../../../../shared/reconcile/bridge/bridge-by';
import { amountText, countText, decimalsOf, signedAmountText } from '../../locale/number-text';
import { sentence, term } from '../../locale/sentence';
import type { ReportSource } from '../report-source';
import { bridgePartName } from '../tables/bridge-table';
import { MUTED, type PdfSheet } from './pdf-sheet';
import { pdfTable } from './pdf-table';

/** More parts than this stand in the workbook. */
const PARTS_SHOWN = 40;

/** The bridge of each application or item, one line each: its two amounts and what lies between them. */
export function pdfBridgeParts(
  sheet: PdfSheet,
  source: ReportSource,
  by: BridgeDimension,
  language: Language,
): void {
  const parts = source.bridges(by);
  if (parts.length === 0) return;
  const shown = parts.slice(0, PARTS_SHOWN);
  const decimals = decimalsOf(
    shown.flatMap(({ expected, billed, difference }) => [expected, billed, difference]),
  );
  const head = (name: 'expected' | 'billed' | 'difference') => ({
    heading: term(language, 'headline', name),
    share: 13,
    align: 'right' as const,
  });
  sheet.space(18);
  sheet.heading(sentence(language, `bridge:of/${by}`));
  pdfTable(
    sheet,
    [
      { heading: sentence(language, `bridge:${by}`), share: 24, align: 'left' },
      head('expected'),
      head('billed'),
      head('difference'),
      { heading: sentence(language, 'report:columns/cause'), share: 37, align: 'left' },
    ],
    shown.map((part) => [
      bridgePartName(part, by, language),
      amountText(part.expected, decimals),
      amountText(part.billed, decimals),
      signedAmountText(part.difference, decimals),
      causesText(part, language),
    ]),
  );
  if (parts.length > PARTS_SHOWN)
    sheet.paragraph(
      sentence(language, 'report:pdf/first', {
        shown: countText(PARTS_SHOWN),
        total: countText(parts.length),
      }),
      { size: 9 },
      MUTED,
    );
}

function causesText({ steps }: BridgePartRow, language: Language): string {
  return steps
    .map(({ cause, amount }) => `${term(language, 'causes', cause)} ${signedAmountText(amount)}`)
    .join(' · ');
}
