import type { Command } from 'commander';
import { z } from 'zod';
import type { DrawdownRow } from '../../../shared/contract/audits';
import type { DrawComparisonRow } from '../../../shared/contract/packages';
import type { AccountView } from '../../../shared/contract/workspace';
import type { Transport } from '../../../shared/contract/transport';
import { countText } from '../../engine/locale/number-text';
import { hasSentence, sentence, term } from '../../engine/locale/sentence';
import { allPages } from '../session/all-pages';
import { ask } from '../session/ask-engine';
import { auditRun } from '../steps/audit-run';
import { deductionsText } from '../text/deductions-text';
import { withEngine } from '../session/engine-session';
import { EXIT, type ExitCode } from '../session/exit-code';
import { importFiles } from '../steps/import-files';
import { sourceOutcomes } from '../text/source-outcomes';
import { oneLine, textTable, type TextColumn } from '../text/text-table';
import type { Terminal } from '../session/terminal';
import { addViewOptions, takeInView, viewOptionsSchema } from '../steps/view-options';
import { periodOf } from '../options/period-option';

/** `recount packages`: what the trial and the packages covered, day by day, and what follows from the account. */
export function addPackagesCommand(program: Command, terminal: Terminal): Command {
  return addViewOptions(
    program.command('packages').description(terminal.say('packages/description')),
    terminal,
  ).option('--deductions [file...]', sentence(terminal.language, 'deductions:description'));
}

const packagesOptionsSchema = viewOptionsSchema.extend({
  /** true: the workspace's own; files: those are imported first. */
  deductions: z.union([z.literal(true), z.array(z.string())]).optional(),
});

export async function runPackages(given: unknown, terminal: Terminal): Promise<ExitCode> {
  const options = packagesOptionsSchema.parse(given);
  const { deductions } = options;
  const period = periodOf(options);
  return await withEngine(async (transport) => {
    await takeInView(transport, terminal, options);
    if (Array.isArray(deductions))
      await importFiles(
        transport,
        terminal,
        deductions.map((path) => ({ path, kind: null })),
      );
    const run = await auditRun(transport, terminal, period);
    if (deductions !== undefined) return await compareDeductions(transport, terminal, run.id);
    const { derived } = await ask(transport, 'account.get', {});
    const reasons = derived.map((fact) => factText(fact, terminal));
    const days = new Map<string, DayOfSource>();
    const drawdowns = allPages((page) =>
      ask(transport, 'audits.drawdowns', { runId: run.id, ...page }),
    );
    for await (const row of drawdowns) addRow(days, row);
    const sources = await ask(transport, 'packages.list', { runId: run.id });
    const outcomes = sourceOutcomes(sources, run.period, terminal);
    terminal.out(
      [...reasons, '\n', outcomes, '\n', drawdownText([...days.values()], terminal)].join(''),
    );
    return EXIT.agreed;
  });
}

/** The provider's deductions beside ours. Something differs: the exit code says so, as of an audit. */
async function compareDeductions(
  transport: Transport,
  terminal: Terminal,
  runId: number,
): Promise<ExitCode> {
  const rows: DrawComparisonRow[] = [];
  const asked = { runId, source: null, onlyDifferences: false };
  for await (const row of allPages((page) =>
    ask(transport, 'packages.deductions', { ...asked, ...page }),
  ))
    rows.push(row);
  const say = (key: string, params = {}) =>
    sentence(terminal.language, `deductions:${key}`, params);
  if (rows.length === 0) {
    terminal.out(`${say('none')}\n`);
    return EXIT.agreed;
  }
  const { differing, total } = await ask(transport, 'packages.deductions', {
    ...asked,
    offset: 0,
    limit: 1,
  });
  terminal.out(`${deductionsText(rows, terminal)}\n`);
  terminal.out(
    `${differing === 0 ? say('allAgree', { total }) : say('aside', { differing, total })}\n`,
  );
  return differing === 0 ? EXIT.agreed : EXIT.differs;
}

type DerivedFact = AccountView['derived'][number];

/** A fact with its reason, and below it where it can be looked up: as the account says, as the provider says. */
function factText(
  { fact, value, reason, params, reference, citation }: DerivedFact,
  { say, language }: Terminal,
): string {
  const key = `derived:${reason}`;
  const why = hasSentence(language, key) ? sentence(language, key, params) : reason;
  const lines = [
    `${fact} = ${value}: ${why}`,
    ...(reference === undefined ? [] : [`  ${say('policies/reference')}: ${reference}`]),
    ...(citation ? [`  ${say('policies/source')}: ${citationText(citation)}`] : []),
  ];
  return lines.map((line) => `${oneLine(line)}\n`).join('');
}

function citationText({ document, date, printed }: NonNullable<DerivedFact['citation']>): string {
  return `${document}, ${date} (${printed})`;
}

/** A source on one day: the single deductions added up. */
interface DayOfSource {
  readonly day: string;
  readonly source: string;
  rawMinutes: number;
  deducted: number;
  balanceAfter: number;
}

function addRow(days: Map<string, DayOfSource>, row: DrawdownRow): void {
  const key = `${row.day}/${row.source}`;
  const { day, source, balanceAfter } = row;
  const sum = days.get(key) ?? { day, source, rawMinutes: 0, deducted: 0, balanceAfter };
  sum.rawMinutes += row.rawMinutes;
  sum.deducted += row.deducted;
  sum.balanceAfter = row.balanceAfter;
  days.set(key, sum);
}

function drawdownText(rows: readonly DayOfSource[], { say, language }: Terminal): string {
  const columns: TextColumn[] = [
    { heading: say('table/period'), align: 'left' },
    { heading: say('table/source'), align: 'left' },
    ...(['covered', 'deducted', 'balance'] as const).map((key) => ({
      heading: say(`table/${key}`),
      align: 'right' as const,
    })),
  ];
  return textTable(
    columns,
    rows.map((row) => [
      row.day,
      row.source === 'trial' ? term(language, 'sources', 'trial') : row.source,
      countText(row.rawMinutes),
      countText(row.deducted),
      countText(row.balanceAfter),
    ]),
  );
}
