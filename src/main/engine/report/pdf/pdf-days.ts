import type { Language } from '../../../../shared/contract/fields';
import { addDays } from '../../../../shared/period/day';
import { amountText, countText, decimalsOf } from '../../locale/number-text';
import { sentence } from '../../locale/sentence';
import { coverageStretches, type CoverageStretch } from '../coverage-stretches';
import type { ReportSource, RestatedChange } from '../report-source';
import { restatedCells } from '../tables/restated-table';
import { MUTED, type PdfSheet } from './pdf-sheet';
import { pdfTable } from './pdf-table';

/** More rows than this stand in the workbook. */
const ROWS_SHOWN = 100;

/** Days that are missing, there twice or not final. */
export function pdfCoverage(sheet: PdfSheet, source: ReportSource, language: Language): void {
  const all = coverageStretches(source.coverage(source.run.createdAt)).filter(
    ({ status }) => status !== 'present' && status !== 'none',
  );
  const words = (key: string) => sentence(language, `report:columns/${key}`);
  const decimals = decimalsOf(all.map(({ atRisk }) => atRisk ?? '0'));
  section(
    sheet,
    language,
    'coverage',
    all,
    [
      { heading: words('dayStatus'), share: 14, align: 'left' },
      { heading: sentence(language, 'report:pdf/days'), share: 22, align: 'left' },
      { heading: words('days'), share: 8, align: 'right' },
      { heading: words('sdkAppId'), share: 16, align: 'left' },
      { heading: words('dataKind'), share: 16, align: 'left' },
      { heading: words('minutesAtRisk'), share: 12, align: 'right' },
      { heading: words('atRisk'), share: 12, align: 'right' },
    ],
    (row: CoverageStretch) => [
      sentence(language, `coverage:statuses/${row.status}`),
      row.days === 1 ? row.from : `${row.from} – ${addDays(row.to, -1)}`,
      countText(row.days),
      [row.sdkAppId, row.appName ?? ''].join(' ').trim(),
      sentence(language, `coverage:kinds/${row.kind}`),
      row.minutesAtRisk === null ? '–' : countText(row.minutesAtRisk),
      row.atRisk === null ? '–' : amountText(row.atRisk, decimals),
    ],
  );
}

/** What the provider restated, row by row. */
export function pdfRestated(sheet: PdfSheet, source: ReportSource, language: Language): void {
  const words = (key: string) => sentence(language, `report:columns/${key}`);
  const all = [...source.restated()];
  const decimals = decimalsOf(all.map(({ row }) => row.amount ?? '0'));
  section(
    sheet,
    language,
    'restated',
    all,
    [
      { heading: words('change'), share: 10, align: 'left' },
      { heading: words('amountMoved'), share: 12, align: 'right' },
      { heading: words('secondsMoved'), share: 10, align: 'right' },
      { heading: words('cells'), share: 40, align: 'left' },
      { heading: words('newerFile'), share: 22, align: 'left' },
      { heading: words('newerLine'), share: 6, align: 'right' },
    ],
    ({ newer, row }: RestatedChange) => [
      sentence(language, `imports:restated/changes/${row.change}`),
      row.amount === null ? '–' : amountText(row.amount, decimals),
      row.seconds === null ? '–' : countText(row.seconds),
      restatedCells(row),
      newer,
      row.newer?.origin.line === undefined ? '–' : countText(row.newer.origin.line),
    ],
  );
}

/** A table with its heading, of which the first rows are shown and all are counted. */
function section<Row>(
  sheet: PdfSheet,
  language: Language,
  name: 'coverage' | 'restated',
  rows: readonly Row[],
  columns: Parameters<typeof pdfTable>[1],
  cells: (row: Row) => string[],
): void {
  sheet.space(20);
  sheet.heading(`${sentence(language, `report:sheets/${name}`)} (${countText(rows.length)})`);
  if (rows.length === 0) {
    sheet.paragraph(sentence(language, `report:empty/${name}`), { size: 9 }, MUTED);
    return;
  }
  if (rows.length > ROWS_SHOWN)
    sheet.paragraph(
      sentence(language, 'report:pdf/first', {
        shown: countText(ROWS_SHOWN),
        total: countText(rows.length),
      }),
      { size: 9 },
      MUTED,
    );
  pdfTable(sheet, columns, rows.slice(0, ROWS_SHOWN).map(cells));
}
