import type { Command } from 'commander';
import { z } from 'zod';
import type { Coverage } from '../../shared/contract/coverage';
import { invariant } from '../../shared/invariant';
import { countText } from '../engine/locale/number-text';
import { sentence } from '../engine/locale/sentence';
import { ask } from './ask-engine';
import { periodOf } from './audit-options';
import { CliFailure } from './cli-failure';
import { openOrCreateWorkspace, withEngine } from './engine-session';
import { EXIT, type ExitCode } from './exit-code';
import { putJson } from './json-output';
import { textTable } from './text-table';
import type { Terminal } from './terminal';

const optionsSchema = z.object({
  workspace: z.string(),
  month: z.string().optional(),
  from: z.string().optional(),
  to: z.string().optional(),
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
  return program
    .command('coverage')
    .description(sentence(language, 'coverage:description'))
    .requiredOption('--workspace <file>', say('audit/workspace'))
    .option('--month <yyyy-mm>', say('audit/month'))
    .option('--from <day>', say('audit/from'))
    .option('--to <day>', say('audit/to'))
    .option('--json [file]', say('audit/json'));
}

export async function runCoverage(given: unknown, terminal: Terminal): Promise<ExitCode> {
  const options = optionsSchema.parse(given);
  const asked = periodOf(options);
  return await withEngine(async (transport) => {
    await openOrCreateWorkspace(transport, options.workspace);
    const [newest] = await ask(transport, 'audits.months', {});
    const period = asked ?? newest?.period;
    if (!period) throw new CliFailure('nothingToAudit');
    const coverage = await ask(transport, 'imports.coverage', { period });
    if (options.json !== undefined) await putJson(coverage, options.json, terminal);
    else terminal.out(coverageText(coverage, terminal));
    return coverage.missing > 0 || coverage.double > 0 ? EXIT.differs : EXIT.agreed;
  });
}

function coverageText(coverage: Coverage, { language, say }: Terminal): string {
  const words = (key: string, params = {}) => sentence(language, `coverage:${key}`, params);
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
  const gaps = coverage.rows.flatMap((row) =>
    row.cells
      .filter(({ status }) => status === 'missing' || status === 'double')
      .map((cell) => ({ row, cell })),
  );
  invariant(gaps.length === coverage.missing + coverage.double, 'every gap is listed');
  return [
    grid,
    `${legend}\n`,
    ...gaps.map(({ row, cell }) => {
      const place = `${cell.day}  ${row.sdkAppId}  ${words(`kinds/${row.kind}`)}  `;
      const text =
        cell.status === 'double'
          ? words('double', { files: cell.files.join(', ') })
          : cell.atRisk === null
            ? words('missingUnknown')
            : words('missing', { riskAmount: cell.atRisk, currency: coverage.currency });
      return `${place}${text}\n`;
    }),
    `${words('total', { missing: countText(coverage.missing), double: countText(coverage.double), notFinal: countText(coverage.notFinal) })}${
      coverage.missing === 0 || coverage.atRisk === null
        ? ''
        : ` ${words('totalRisk', { amount: coverage.atRisk, currency: coverage.currency })}`
    }\n`,
  ].join('');
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
