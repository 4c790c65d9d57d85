import { resolve } from 'node:path';
import { Option, type Command } from 'commander';
import type { DifferenceLimits } from '../../../shared/account/account';
import type { Run } from '../../../shared/contract/audits';
import type { Transport } from '../../../shared/contract/transport';
import { limitOf } from '../../../shared/decisions/limit';
import { decimal, type Decimal } from '../../../shared/money/decimal';
import {
  BRIDGE_DIMENSIONS,
  type BridgeDimension,
} from '../../../shared/reconcile/bridge/bridge-by';
import { sentence } from '../../engine/locale/sentence';
import { checkFolder } from '../../engine/report/output-folder';
import { allPages } from '../session/all-pages';
import { ask } from '../session/ask-engine';
import {
  addAuditOptions,
  auditOptionsOf,
  failOverOf,
  limitsOf,
  type AuditOptions,
} from '../options/audit-options';
import { auditRun } from '../steps/audit-run';
import { auditText } from '../text/audit-text';
import { bridgeText } from '../text/bridge-text';
import { openOrCreateWorkspace, withEngine } from '../session/engine-session';
import { EXIT, type ExitCode } from '../session/exit-code';
import { importFiles } from '../steps/import-files';
import { overrideOf } from '../options/override-options';
import { writeJson, writeReportFiles } from '../steps/report-files';
import type { Terminal } from '../session/terminal';
import { openWorkspaceOf } from '../steps/workspace-run';
import { periodOf } from '../options/period-option';

/** `recount audit`: recompute what the bill should have been and say what differs. */
export function addAuditCommand(program: Command, terminal: Terminal): Command {
  const { say, language } = terminal;
  const command = program.command('audit').description(say('audit/description'));
  return addAuditOptions(command, terminal)
    .option('--json [out]', say('jsonOut'))
    .option('--report <folder>', say('audit/report'))
    .option('--sample', say('audit/sample'))
    .addOption(
      new Option('--bridge-by <part>', sentence(language, 'bridge:option')).choices(
        BRIDGE_DIMENSIONS,
      ),
    );
}

export async function runAudit(
  named: readonly string[],
  given: object,
  terminal: Terminal,
): Promise<ExitCode> {
  const options = await auditOptionsOf(named, given);
  const period = periodOf(options);
  const threshold = failOverOf(options);
  const limits = limitsOf(options);
  if (options.report !== undefined) await checkFolder(resolve(options.report));
  return await withEngine(async (transport) => {
    await takeIn(transport, terminal, options);
    const run = await auditRun(transport, terminal, period);
    const hasBill = await hasBillLines(transport);
    if (options.json !== undefined) await writeJson(transport, terminal, run.id, options.json);
    const reports =
      options.report === undefined
        ? []
        : await writeReportFiles(transport, terminal, run.id, options.report, ['xlsx', 'csv']);
    if (options.json !== '-') {
      terminal.out(await auditText(transport, terminal, run, hasBill, limits));
      if (options.bridgeBy !== undefined)
        terminal.out(await bridgeInParts(transport, terminal, run, options.bridgeBy));
      for (const file of reports) terminal.out(`${terminal.say('wrote', { file })}\n`);
    }
    if (!hasBill) return EXIT.agreed;
    return (await largestExcess(transport, run, limits)).greaterThan(threshold)
      ? EXIT.differs
      : EXIT.agreed;
  });
}

async function bridgeInParts(
  transport: Transport,
  terminal: Terminal,
  run: Run,
  by: BridgeDimension,
): Promise<string> {
  const parts = await ask(transport, 'audits.bridges', { runId: run.id, by });
  return `\n${bridgeText(terminal, run, by, parts)}`;
}

/** The workspace, the account and the files, before anything is computed. */
export async function takeIn(
  transport: Transport,
  terminal: Terminal,
  options: AuditOptions,
): Promise<void> {
  if (options.sample) {
    const { paths } = await ask(transport, 'workspace.openSample', {
      language: terminal.language,
    });
    await importFiles(
      transport,
      terminal,
      paths.map((path) => ({ path, kind: null })),
    );
    return;
  }
  const files = [
    ...options.files.map((path) => ({ path, kind: null })),
    ...options.usage.map((path) => ({ path, kind: 'usage' as const })),
    ...options.bill.map((path) => ({ path, kind: 'bill' as const })),
  ];
  if (files.length === 0 && options.workspace !== undefined)
    await openWorkspaceOf(transport, { workspace: options.workspace });
  else await openOrCreateWorkspace(transport, options.workspace);
  if (options.account !== undefined)
    await ask(transport, 'account.setFromFile', { path: resolve(options.account) });
  await importFiles(transport, terminal, files, { override: overrideOf(options) });
}

export async function hasBillLines(transport: Transport): Promise<boolean> {
  const imports = allPages((page) => ask(transport, 'imports.list', page));
  for await (const { kind, state } of imports) if (kind === 'bill' && state === 'live') return true;
  return false;
}

/**
 * By how much the largest single difference goes beyond its own rounding tolerance, or beyond the user's
 * limit where that is larger: those of the account unless `limits` gives others.
 */
export async function largestExcess(
  transport: Transport,
  run: Run,
  limits?: DifferenceLimits,
): Promise<Decimal> {
  let largest = decimal(0);
  const discrepancies = allPages((page) =>
    ask(transport, 'audits.comparisons', {
      runId: run.id,
      ...page,
      filter: { onlyDiscrepancies: true },
      sort: { by: 'periodStart', descending: false },
    }),
  );
  for await (const row of discrepancies) {
    const stated = limits ? limitOf(decimal(row.expectedAmount), limits) : null;
    const limit = limits ? stated : row.limit === null ? null : decimal(row.limit);
    const tolerance = decimal(row.tolerance);
    const allowed = limit?.gt(tolerance) ? limit : tolerance;
    const excess = decimal(row.difference).abs().minus(allowed);
    if (excess.greaterThan(largest)) largest = excess;
  }
  return largest;
}
