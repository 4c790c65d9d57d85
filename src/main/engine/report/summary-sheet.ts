import type { WorksheetWriter } from '@cj-tech-master/excelts';
import type { Language } from '../../../shared/contract/fields';
import { invariant } from '../../../shared/invariant';
import { decimal, sum, toText } from '../../../shared/money/decimal';
import { sentence, term } from '../locale/sentence';
import { excelNumber } from './excel-number';
import { momentText, periodText } from './cover-facts';
import type { ReportSource } from './report-source';
import { AMOUNT_FORMAT, columnLetter } from './sheet-rows';
import { BOLD, type WrittenTable } from './xlsx-file';

/** A little away from the number before it. */
const BESIDE = { indent: 1, horizontal: 'left' } as const;

/**
 * The first sheet: what the run says, with live formulas over the other sheets. Each formula also
 * carries the engine's own total as its last result; ROUND to 8 decimals takes out nothing but the
 * binary noise of adding many numbers in a spreadsheet. Before that, the rows that were written are added up
 * exactly: a workbook whose sheets do not give the engine's totals is never saved.
 */
export function writeSummary(
  sheet: WorksheetWriter,
  written: readonly WrittenTable[],
  source: ReportSource,
  language: Language,
): void {
  const { run } = source;
  requireTotals(written, source, language);
  const text = (key: string) => sentence(language, `report:summary/${key}`);
  const column = (table: string, heading: string) => columnRanges(written, table, heading);
  const total = (ranges: readonly string[]) => `ROUND(SUM(${ranges.join(',')}),8)`;
  const ofBucket = (label: string) => {
    const labels = column('bill-lines', 'bucket');
    const amounts = column('bill-lines', 'amount');
    const sums = labels.map((range, index) => `SUMIF(${range},${label},${amounts[index] ?? ''})`);
    return `ROUND(${sums.join('+')},8)`;
  };

  sheet.columns = [{ width: 34 }, { width: 24 }, { width: 60 }];
  const plain = (label: string, value: string) => sheet.addRow([label, value]);
  const live = (label: string, formula: string, result: string, note?: string) => {
    const row = sheet.addRow([
      label,
      { formula, result: excelNumber(result)?.value ?? 0 },
      note ?? null,
    ]);
    row.getCell(2).numFmt = AMOUNT_FORMAT;
    row.getCell(3).alignment = BESIDE;
    return row.number;
  };
  const heading = (label: string) => {
    sheet.addRow([]);
    sheet.addRow([label]).font = BOLD;
  };

  sheet.addRow([text('title')]).font = { ...BOLD, size: 14 };
  plain(text('account'), source.accountName ?? text('assumedAccount'));
  plain(text('period'), periodText(source, language));
  plain(text('currency'), run.currency);
  plain(text('createdAt'), momentText(run.createdAt));
  plain(text('engine'), run.engine);
  plain(text('priceBook'), run.priceBook);

  heading(text('totals'));
  const label = (name: keyof typeof run.totals) => term(language, 'headline', name);
  const billed = live(
    label('billed'),
    ofBucket(`"${quoted(term(language, 'buckets', 'settlement'))}"`),
    run.totals.billed,
    text('billedNote'),
  );
  const expected = live(
    label('expected'),
    total(column('charges', 'amount')),
    run.totals.expected,
    text('expectedNote'),
  );
  const difference = live(
    label('difference'),
    `ROUND(B${billed}-B${expected},8)`,
    run.totals.difference,
  );
  const unexplained = difference + 2;
  live(label('explained'), `ROUND(B${difference}-B${unexplained},8)`, run.totals.explained);
  live(label('unexplained'), total(column('differences', 'unexplained')), run.totals.unexplained);

  heading(text('bridge'));
  const causes = column('causes', 'cause');
  const shares = column('causes', 'amount');
  for (const step of run.bridge) {
    const name = term(language, 'causes', step.cause);
    const row = sheet.addRow([name]);
    const sums = causes.map(
      (range, index) => `SUMIF(${range},A${row.number},${shares[index] ?? ''})`,
    );
    const result = excelNumber(step.amount)?.value ?? 0;
    const stated = step.cause === 'unexplained' || step.cause === 'tolerance';
    row.getCell(2).value = stated ? result : { formula: `ROUND(${sums.join('+')},8)`, result };
    row.getCell(2).numFmt = AMOUNT_FORMAT;
    row.getCell(3).alignment = BESIDE;
    row.getCell(3).value = sentence(language, 'report:summary/comparisons', {
      number: step.comparisons,
    });
  }

  heading(text('otherLines'));
  const others = run.otherLines.map(({ bucket, amount }) => {
    const name = term(language, 'buckets', bucket);
    return `B${live(name, ofBucket(`"${quoted(name)}"`), amount)}`;
  });
  live(label('otherLines'), others.length > 0 ? total(others) : '0', run.totals.otherLines);
  sheet.addRow([]);
  sheet.addRow([text('digitsNote')]);
}

const quoted = (text: string) => text.replaceAll('"', '""');

/** Throws where the rows on the sheets do not add up to what the run says. */
function requireTotals(
  written: readonly WrittenTable[],
  { run }: ReportSource,
  language: Language,
): void {
  const sumOf = (table: string, heading: string, word?: string) =>
    written.find(({ name }) => name === table)?.sumOf(heading, word) ?? '0';
  const bucket = (name: string) => sumOf('bill-lines', 'amount', term(language, 'buckets', name));
  const agree = (what: string, written: string, total: string) =>
    invariant(written === total, `${what}: the sheets hold ${written}, the run says ${total}`);
  agree('billed', bucket('settlement'), run.totals.billed);
  agree('expected', sumOf('charges', 'amount'), run.totals.expected);
  for (const line of run.otherLines) agree(line.bucket, bucket(line.bucket), line.amount);
  // Without a bill nothing was compared, and nothing can add up to the way between the two totals.
  if (Object.values(run.counts).every((comparisons) => comparisons === 0)) return;
  // Differences inside the tolerance are on no sheet of differences; the bridge counts them as explained.
  const tolerated = run.bridge.find(({ cause }) => cause === 'tolerance')?.amount ?? '0';
  agree(
    'explained',
    toText(sum([decimal(sumOf('causes', 'amount')), decimal(tolerated)])),
    run.totals.explained,
  );
  agree('unexplained', sumOf('differences', 'unexplained'), run.totals.unexplained);
}

/** `'Charges'!$P:$P` for each sheet the table came to. */
export function columnRanges(
  written: readonly WrittenTable[],
  table: string,
  heading: string,
): string[] {
  const found = written.find(({ name }) => name === table);
  const index = found?.headings.indexOf(heading) ?? -1;
  if (!found || index < 0) return [];
  const letter = columnLetter(index);
  return found.sheets.map((sheet) => `'${sheet.replaceAll("'", "''")}'!$${letter}:$${letter}`);
}
