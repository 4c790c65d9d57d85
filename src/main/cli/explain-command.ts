import type { Command } from 'commander';
import type { ComparisonRow, Run } from '../../shared/contract/audits';
import type { Transport } from '../../shared/contract/transport';
import { sentence } from '../engine/locale/sentence';
import { allPages } from './all-pages';
import { ask } from './ask-engine';
import { takeIn } from './audit-command';
import { addAuditOptions, auditOptionsSchema, checkSources } from './audit-options';
import { auditRun } from './audit-run';
import { CliFailure } from './cli-failure';
import { withEngine } from './engine-session';
import { EXIT, type ExitCode } from './exit-code';
import { explainText } from './explain-text';
import { putJson } from './json-output';
import type { Terminal } from './terminal';
import { periodOf } from './period-option';

/** Ids that are named when the one that was given fits several. */
const NAMED = 8;

/** `recount explain`: both sides of one comparison, step by step, down to the raw lines. */
export function addExplainCommand(program: Command, terminal: Terminal): Command {
  const own = (key: string) => sentence(terminal.language, `explain:cli/${key}`);
  const command = program
    .command('explain')
    .description(own('description'))
    .argument('<id>', own('id'));
  return addAuditOptions(command, terminal)
    .option('--json [out]', terminal.say('jsonOut'))
    .option('--sample', sentence(terminal.language, 'diagnose:sample'));
}

export async function runExplain(
  which: string,
  given: unknown,
  terminal: Terminal,
): Promise<ExitCode> {
  const options = auditOptionsSchema.parse(given);
  checkSources(options);
  const period = periodOf(options);
  return await withEngine(async (transport) => {
    await takeIn(transport, terminal, options);
    const latest = await ask(transport, 'audits.latest', { period });
    const run = latest?.current ? latest : await auditRun(transport, terminal, period);
    const { id } = await comparisonOf(transport, run, which);
    const explanation = await ask(transport, 'audits.explain', {
      runId: run.id,
      comparisonId: id,
    });
    if (options.json !== undefined) await putJson(explanation, options.json, terminal);
    if (options.json !== '-') terminal.out(explainText(terminal, explanation));
    return EXIT.agreed;
  });
}

/** The comparison of that id, or the only one whose id begins so. */
async function comparisonOf(transport: Transport, run: Run, which: string): Promise<ComparisonRow> {
  const wanted = which.trim().replace(/\/+$/, '');
  const fitting: ComparisonRow[] = [];
  const rows = allPages((page) =>
    ask(transport, 'audits.comparisons', {
      runId: run.id,
      filter: { onlyDiscrepancies: false },
      sort: { by: 'periodStart', descending: false },
      ...page,
    }),
  );
  for await (const row of rows) {
    if (row.id === wanted) return row;
    if (row.id.startsWith(`${wanted}/`)) fitting.push(row);
  }
  const [only] = fitting;
  if (!only) throw new CliFailure('explain:cli/unknown', { id: which });
  if (fitting.length > 1) {
    const ids = fitting.slice(0, NAMED).map(({ id }) => id);
    const more = fitting.length > NAMED ? ', …' : '';
    throw new CliFailure('explain:cli/several', { id: which, ids: ids.join(', ') + more });
  }
  return only;
}
