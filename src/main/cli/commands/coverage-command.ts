import type { Command } from 'commander';
import { z } from 'zod';
import type { Coverage } from '../../../shared/contract/coverage';
import type { Transport } from '../../../shared/contract/transport';
import { addDays, type Day } from '../../../shared/period/day';
import type { Period } from '../../../shared/period/period';
import { countText } from '../../engine/locale/number-text';
import { sentence } from '../../engine/locale/sentence';
import { ask } from '../session/ask-engine';
import { CliFailure } from '../session/cli-failure';
import { withEngine } from '../session/engine-session';
import { EXIT, type ExitCode } from '../session/exit-code';
import { putJson } from '../session/json-output';
import { textTable } from '../text/text-table';
import type { Terminal } from '../session/terminal';
import { addMonthOptions, monthOptionsSchema, openWorkspaceOf } from '../steps/workspace-run';
import { periodOf } from '../options/period-option';

const optionsSchema = monthOptionsSchema.extend({
  json: z.union([z.string(), z.literal(true)]).optional(),
});

/** One character for each day. */
const MARKS: Readonly<Record<Coverage['rows'][number]['cells'][number]['status'], string>> = {
  present: '■',
  missing: '✗',
  double: '2',
  'not-final': '…',
  none: '·',
};

/** `recount coverage`: which days are there, missing, there twice or not final, and the money at risk. */
export function addCoverageCommand(program: Command, terminal: Terminal): Command {
  const { say, language } = terminal;
  return addMonthOptions(
    program.command('coverage').description(sentence(language, 'coverage:description')),
    terminal,
  ).option('--json [out]', say('jsonOut'));
}

export async function runCoverage(given: unknown, terminal: Terminal): Promise<ExitCode> {
  const options = optionsSchema.parse(given);
  const asked = periodOf(options);
  return await withEngine(async (transport) => {
    await openWorkspaceOf(transport, options);
    const [newest] = await ask(transport, 'audits.months', {});
    const period = asked ?? newest?.period;
    if (!period) throw new CliFailure('nothingToAudit');
    const coverage = await wholeCoverage(transport, period);
    if (options.json !== undefined) await putJson(coverage, options.json, terminal);
    else terminal.out(coverageText(coverage, terminal));
    return coverage.missing > 0 || coverage.double > 0 ? EXIT.differs : EXIT.agreed;
  });
}

/** Rows that are asked for at once. */
const PAGE = 1000;

/** All pages, one after the other, in the order of applications. */
async function wholeCoverage(transport: Transport, period: Period): Promise<Coverage> {
  const page = (offset: number) =>
    ask(transport, 'coverage.page', { period, order: 'application', offset, limit: PAGE });
  const {
    total,
    period: of,
    currency,
    asOf,
    atRisk,
    missing,
    double,
    notFinal,
    ...first
  } = await page(0);
  const rows = [...first.rows];
  while (rows.length < total) rows.push(...(await page(rows.length)).rows);
  return { period: of, currency, asOf, rows, atRisk, missing, double, notFinal };
}

function coverageText(coverage: Coverage, { language, say }: Terminal): string {
  const words: Words = (key, params = {}) => sentence(language, `coverage:${key}`, params);
  const [first] = coverage.rows;
  if (!first) return `${words('empty')}\n`;
  const days = first.cells.map(({ day }) => day.slice(8));
  const grid = textTable(
    [
      { heading: say('table/application'), align: 'left' },
      { heading: words('kind'), align: 'left' },
      { heading: ruler(days), align: 'left' },
    ],
    coverage.rows.map((row) => [
      row.appName === null ? row.sdkAppId : `${row.appName} (${row.sdkAppId})`,
      words(`kinds/${row.kind}`),
      row.cells.map(({ status }) => MARKS[status]).join(''),
    ]),
  );
  const legend = Object.entries(MARKS)
    .map(([status, mark]) => `${mark} ${words(`statuses/${status}`)}`)
    .join('   ');
  const gaps = coverage.rows.flatMap((row) => {
    const place = `${row.sdkAppId}  ${words(`kinds/${row.kind}`)}`;
    const lines = row.cells.flatMap((cell) => {
      const text = gapText(cell, coverage.currency, words);
      return text === null ? [] : [{ from: cell.day, through: cell.day, text }];
    });
    return joined(lines).map(
      ({ from, through, text }) =>
        `${from === through ? from : `${from} – ${through}`}  ${place}  ${text}\n`,
    );
  });
  return [
    grid,
    `${legend}\n`,
    ...gaps,
    `${words('total', { missing: countText(coverage.missing), double: countText(coverage.double), notFinal: countText(coverage.notFinal) })}${
      coverage.missing === 0 || coverage.atRisk === null
        ? ''
        : ` ${words('totalRisk', { amount: coverage.atRisk, currency: coverage.currency })}`
    }\n`,
  ].join('');
}

type Words = (key: string, params?: Record<string, string>) => string;

/** What is wrong with a day; null where nothing is. */
function gapText(
  cell: Coverage['rows'][number]['cells'][number],
  currency: string,
  words: Words,
): string | null {
  if (cell.status === 'double') return words('double', { files: cell.files.join(', ') });
  if (cell.status !== 'missing') return null;
  return cell.atRisk === null
    ? words('missingUnknown')
    : words('missing', { riskAmount: cell.atRisk, currency });
}

interface Stretch {
  readonly from: Day;
  readonly through: Day;
  readonly text: string;
}

/** Neighbouring days of which the same is to be said are said once. */
function joined(lines: readonly Stretch[]): Stretch[] {
  const stretches: Stretch[] = [];
  for (const line of lines) {
    const last = stretches.at(-1);
    if (last?.text === line.text && addDays(last.through, 1) === line.from)
      stretches[stretches.length - 1] = { ...last, through: line.through };
    else stretches.push(line);
  }
  return stretches;
}

/** Days below their tens: `1   5    10   15 …`, each over its own column. */
function ruler(days: readonly string[]): string {
  let text = '';
  days.forEach((day, index) => {
    const label = String(Number(day));
    if ((index === 0 || Number(day) % 5 === 0) && text.length <= index)
      text = text.padEnd(index) + label;
  });
  return text;
}
