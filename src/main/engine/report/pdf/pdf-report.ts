import type { WriteStream } from 'node:fs';
import type { ComparisonRow } from '../../../../shared/contract/audits';
import type { Language } from '../../../../shared/contract/fields';
import type { ReportStamp } from '../../../../shared/contract/reports';
import { decimal } from '../../../../shared/money/decimal';
import { addDays } from '../../../../shared/period/day';
import {
  amountText,
  countText,
  decimalsOf,
  priceText,
  signedAmountText,
} from '../../locale/number-text';
import { sentence, term } from '../../locale/sentence';
import { coverFacts, periodText } from '../cover-facts';
import type { ReportSource } from '../report-source';
import { pdfBridgeParts } from './pdf-bridge-parts';
import { pdfCoverage, pdfRestated } from './pdf-days';
import { pdfSignOff } from './pdf-sign-off';
import { keywordsOf } from './pdf-stamp';
import { INK, MUTED, PdfSheet, RULE } from './pdf-sheet';
import { pdfTable } from './pdf-table';
import { pdfWaterfall } from './pdf-waterfall';

/** A page is read by a person: of more differences than this the largest are shown, and the rest counted. */
const ROWS_SHOWN = 1000;
const ISSUES_SHOWN = 200;

/**
 * The report on paper: cover, totals, the way from expected to billed, differences, how each was found,
 * files, signatures. Every page names the run. The same run gives the same bytes. Ends the stream.
 */
export async function pdfReport(
  stream: WriteStream,
  source: ReportSource,
  stamp: ReportStamp,
  onRows: (rows: number) => void,
): Promise<void> {
  const { language } = stamp;
  const say = (key: string, params = {}) => sentence(language, `report:${key}`, params);
  const title = sentence(language, 'report:summary/titleOf', {
    period: periodText(source, language),
  });
  const sheet = new PdfSheet({
    language,
    title,
    keywords: keywordsOf(stamp),
    createdAt: new Date(source.run.createdAt),
  });
  sheet.pdf.pipe(stream);
  cover(sheet, source, stamp);
  sheet.space(18);
  pdfWaterfall(sheet, source, language);
  for (const by of ['application', 'item'] as const) pdfBridgeParts(sheet, source, by, language);
  const shown = largest(source);
  differences(sheet, shown, language, () => onRows(1));
  evidence(sheet, shown, language, () => onRows(1));
  pdfCoverage(sheet, source, language);
  pdfRestated(sheet, source, language);
  issues(sheet, source, language);
  inputs(sheet, source, language);
  pdfSignOff(sheet, source, language);
  sheet.footers([`${title} · sha256:${stamp.fingerprint}`], (page, pages) =>
    say('pdf/page', { page, pages }),
  );
  sheet.pdf.end();
  await Promise.resolve();
}

function cover(sheet: PdfSheet, source: ReportSource, stamp: ReportStamp): void {
  const { language } = stamp;
  const say = (key: string) => sentence(language, `report:${key}`);
  sheet.paragraph(say('summary/title'), { size: 22, bold: true });
  sheet.space(8);
  for (const { label, text } of coverFacts(source, stamp, language)) {
    const style = { size: 9 };
    const lines = sheet.type.wrap(text, sheet.width - 180, style);
    sheet.need(lines.length * 13);
    sheet.pdf.fillColor(MUTED);
    sheet.type.line(label, sheet.left, sheet.y, style);
    sheet.pdf.fillColor(INK);
    for (const line of lines) {
      sheet.type.line(line, sheet.left + 180, sheet.y, style);
      sheet.y += 13.5;
    }
  }
  sheet.space(12);
  totals(sheet, source, language);
  sheet.space(8);
  sheet.paragraph(say('cover/verify'), { size: 8.5 }, MUTED);
}

function totals(sheet: PdfSheet, { run }: ReportSource, language: Language): void {
  const names = ['billed', 'expected', 'difference', 'explained', 'unexplained'] as const;
  const decimals = decimalsOf(names.map((name) => run.totals[name]));
  const width = sheet.width / names.length;
  sheet.pdf.strokeColor(RULE).lineWidth(0.6);
  const rule = (y: number) =>
    sheet.pdf
      .moveTo(sheet.left, y)
      .lineTo(sheet.left + sheet.width, y)
      .stroke();
  rule(sheet.y);
  names.forEach((name, index) => {
    const x = sheet.left + index * width;
    sheet.pdf.fillColor(MUTED);
    sheet.type.line(term(language, 'headline', name), x, sheet.y + 8, { size: 9 });
    sheet.pdf.fillColor(INK);
    const written = name === 'billed' || name === 'expected' ? amountText : signedAmountText;
    sheet.type.line(written(run.totals[name], decimals), x, sheet.y + 22, {
      size: 14,
      bold: true,
    });
    sheet.pdf.fillColor(MUTED);
    sheet.type.line(run.currency, x, sheet.y + 41, { size: 8 });
  });
  sheet.y += 58;
  rule(sheet.y);
}

interface Shown {
  readonly rows: readonly ComparisonRow[];
  readonly total: number;
  /** So many that the points of all their amounts stand below each other. */
  readonly decimals: number;
}

/** All differences in their order, or the ones that move the most money. */
function largest(source: ReportSource): Shown {
  const all = [...source.discrepancies()];
  const rows = all.length <= ROWS_SHOWN ? all : bySize(all).slice(0, ROWS_SHOWN);
  const amounts = rows.flatMap((row) => [
    ...[row.expectedAmount, row.billedAmount, row.difference],
    ...row.causes.map(({ amount }) => amount),
  ]);
  return { rows, total: all.length, decimals: decimalsOf(amounts) };
}

function bySize(rows: readonly ComparisonRow[]): ComparisonRow[] {
  return rows.toSorted((a, b) =>
    decimal(b.difference).abs().comparedTo(decimal(a.difference).abs()),
  );
}

function differences(sheet: PdfSheet, shown: Shown, language: Language, onRow: () => void): void {
  const say = (key: string, params = {}) => sentence(language, `report:${key}`, params);
  const head = (key: string) => say(`columns/${key}`);
  sheet.space(20);
  sheet.heading(`${say('sheets/differences')} (${countText(shown.total)})`);
  if (shown.total === 0) {
    sheet.paragraph(say('empty/differences'), { size: 9 }, MUTED);
    return;
  }
  if (shown.rows.length < shown.total)
    sheet.paragraph(
      say('pdf/largest', { shown: countText(shown.rows.length), total: countText(shown.total) }),
      { size: 9 },
      MUTED,
    );
  pdfTable(
    sheet,
    [
      { heading: head('status'), share: 8, align: 'left' },
      { heading: say('pdf/days'), share: 11, align: 'left' },
      { heading: head('sdkAppId'), share: 16, align: 'left' },
      { heading: head('item'), share: 14, align: 'left' },
      { heading: say('pdf/minutes'), share: 13, align: 'right' },
      { heading: head('expectedAmount'), share: 10, align: 'right' },
      { heading: head('billedAmount'), share: 10, align: 'right' },
      { heading: head('difference'), share: 11, align: 'right' },
      { heading: head('cause'), share: 16, align: 'left' },
    ],
    (function* () {
      for (const row of shown.rows) yield differenceCells(row, shown.decimals, language);
    })(),
    onRow,
  );
}

function differenceCells(row: ComparisonRow, decimals: number, language: Language): string[] {
  const side = (text: string | null) => (text === null ? '–' : priceText(text));
  const minutes =
    row.expectedQuantity === row.billedQuantity
      ? side(row.expectedQuantity)
      : `${side(row.expectedQuantity)} → ${side(row.billedQuantity)}`;
  const causes = row.causes.map(({ cause }) => term(language, 'causes', cause));
  if (row.unexplained !== '0') causes.push(term(language, 'headline', 'unexplained'));
  return [
    term(language, 'statuses', row.status),
    daysText(row),
    applicationText(row),
    row.item === null ? '–' : term(language, 'items', row.item),
    minutes,
    amountText(row.expectedAmount, decimals),
    amountText(row.billedAmount, decimals),
    signedAmountText(row.difference, decimals),
    causes.join(' + '),
  ];
}

function applicationText({ sdkAppId, appName }: ComparisonRow): string {
  return [sdkAppId ?? '–', appName ?? ''].join(' ').trim();
}

function daysText({ periodStart, periodEnd }: ComparisonRow): string {
  const last = addDays(periodEnd, -1);
  return last === periodStart ? periodStart : `${periodStart} – ${last}`;
}

/** The sentence behind each share: what was supposed, and what would be left without it. */
function evidence(
  sheet: PdfSheet,
  { rows, decimals }: Shown,
  language: Language,
  onRow: () => void,
): void {
  const say = (key: string) => sentence(language, `report:${key}`);
  const shares = rows.flatMap((row) => row.causes.map((share) => ({ row, share })));
  sheet.space(20);
  sheet.heading(say('sheets/causes'));
  if (shares.length === 0) {
    sheet.paragraph(say('empty/causes'), { size: 9 }, MUTED);
    return;
  }
  pdfTable(
    sheet,
    [
      { heading: say('columns/cause'), share: 15, align: 'left' },
      { heading: say('columns/amount'), share: 9, align: 'right' },
      { heading: say('pdf/days'), share: 10, align: 'left' },
      { heading: say('columns/sdkAppId'), share: 15, align: 'left' },
      { heading: say('columns/item'), share: 14, align: 'left' },
      { heading: say('columns/evidence'), share: 41, align: 'left' },
    ],
    shares.map(({ row, share }) => [
      term(language, 'causes', share.cause),
      amountText(share.amount, decimals),
      daysText(row),
      applicationText(row),
      row.item === null ? '–' : term(language, 'items', row.item),
      sentence(language, `evidence:${share.evidence.code}`, share.evidence.params),
    ]),
    onRow,
  );
}

function issues(sheet: PdfSheet, source: ReportSource, language: Language): void {
  const say = (key: string, params = {}) => sentence(language, `report:${key}`, params);
  const all = [...source.issues()];
  sheet.space(20);
  sheet.heading(`${say('sheets/issues')} (${countText(all.length)})`);
  if (all.length === 0) {
    sheet.paragraph(say('empty/issues'), { size: 9 }, MUTED);
    return;
  }
  if (all.length > ISSUES_SHOWN)
    sheet.paragraph(
      say('pdf/first', { shown: countText(ISSUES_SHOWN), total: countText(all.length) }),
      { size: 9 },
      MUTED,
    );
  pdfTable(
    sheet,
    [
      { heading: say('columns/severity'), share: 8, align: 'left' },
      { heading: say('columns/message'), share: 66, align: 'left' },
      { heading: say('columns/file'), share: 20, align: 'left' },
      { heading: say('columns/line'), share: 6, align: 'right' },
    ],
    all
      .slice(0, ISSUES_SHOWN)
      .map(({ severity, code, params, origin }) => [
        term(language, 'severities', severity),
        sentence(language, `issues:${code}`, params),
        origin?.file ?? '',
        origin?.line === undefined ? '' : countText(origin.line),
      ]),
  );
}

function inputs(sheet: PdfSheet, source: ReportSource, language: Language): void {
  const say = (key: string) => sentence(language, `report:${key}`);
  sheet.space(20);
  sheet.heading(say('sheets/inputs'));
  pdfTable(
    sheet,
    [
      { heading: say('columns/file'), share: 28, align: 'left' },
      { heading: say('columns/profile'), share: 20, align: 'left' },
      { heading: say('columns/rows'), share: 8, align: 'right' },
      { heading: say('columns/sha256'), share: 44, align: 'left' },
    ],
    source.inputs.map((input) => [
      input.fileName,
      term(language, 'profiles', input.profile),
      countText(input.rows),
      input.sha256,
    ]),
  );
}
