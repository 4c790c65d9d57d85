import type { Command } from 'commander';
import type { ComparisonRow, Run } from '../../../shared/contract/audits';
import type { Transport } from '../../../shared/contract/transport';
import { invariant } from '../../../shared/invariant';
import { sentence } from '../../engine/locale/sentence';
import { allPages } from '../session/all-pages';
import { ask } from '../session/ask-engine';
import { takeIn } from './audit-command';
import { addAuditOptions, auditOptionsOf, type AuditOptions } from '../options/audit-options';
import { auditRun } from '../steps/audit-run';
import { CliFailure } from '../session/cli-failure';
import { withEngine } from '../session/engine-session';
import { EXIT, type ExitCode } from '../session/exit-code';
import { chargeText, explainText } from '../text/explain-text';
import { putJson } from '../session/json-output';
import type { Terminal } from '../session/terminal';
import { periodOf } from '../options/period-option';

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
  named: readonly string[],
  given: object,
  terminal: Terminal,
): Promise<ExitCode> {
  const options = await auditOptionsOf(named, given);
  const period = periodOf(options);
  return await withEngine(async (transport) => {
    await takeIn(transport, terminal, options);
    const latest = await ask(transport, 'audits.latest', { period });
    const run = latest?.current ? latest : await auditRun(transport, terminal, period);
    const found = await comparisonOf(transport, run, which);
    if (!found) return await explainCharge(transport, terminal, run, which, options);
    const { id } = found;
    const explanation = await ask(transport, 'audits.explain', {
      runId: run.id,
      comparisonId: id,
    });
    if (options.json !== undefined) await putJson(explanation, options.json, terminal);
    if (options.json !== '-') terminal.out(explainText(terminal, explanation));
    return EXIT.agreed;
  });
}

/** A charge that nothing is compared with: no bill was imported, or none of these days. */
async function explainCharge(
  transport: Transport,
  terminal: Terminal,
  run: Run,
  which: string,
  { json }: AuditOptions,
): Promise<ExitCode> {
  const rows = allPages((page) => ask(transport, 'audits.charges', { runId: run.id, ...page }));
  const found = await oneOf(rows, which);
  if (!found) throw new CliFailure('explain:cli/unknown', { id: which });
  const { periodStart, sdkAppId, item } = found;
  const use = { runId: run.id, day: periodStart, sdkAppId, item };
  const explanation = await ask(transport, 'charges.explain', use);
  invariant(explanation, `the charge ${found.id} of run ${run.id} is there`);
  if (json !== undefined) await putJson(explanation, json, terminal);
  if (json !== '-') terminal.out(chargeText(terminal, explanation));
  return EXIT.agreed;
}

/** The comparison of that id, or the only one whose id begins so. */
async function comparisonOf(
  transport: Transport,
  run: Run,
  which: string,
): Promise<ComparisonRow | null> {
  const rows = allPages((page) =>
    ask(transport, 'audits.comparisons', {
      runId: run.id,
      filter: { onlyDiscrepancies: false },
      sort: { by: 'periodStart', descending: false },
      ...page,
    }),
  );
  return await oneOf(rows, which);
}

/** The row of that id, or the only one whose id begins so; null: none does. */
async function oneOf<Row extends { readonly id: string }>(
  rows: AsyncIterable<Row>,
  which: string,
): Promise<Row | null> {
  const wanted = which.trim().replace(/\/+$/, '');
  const fitting: Row[] = [];
  for await (const row of rows) {
    if (row.id === wanted) return row;
    if (row.id.startsWith(`${wanted}/`)) fitting.push(row);
  }
  const [only] = fitting;
  if (fitting.length > 1) {
    const ids = fitting.slice(0, NAMED).map(({ id }) => id);
    const more = fitting.length > NAMED ? ', …' : '';
    throw new CliFailure('explain:cli/several', { id: which, ids: ids.join(', ') + more });
  }
  return only ?? null;
}
