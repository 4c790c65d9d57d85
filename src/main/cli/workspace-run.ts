import { resolve } from 'node:path';
import type { Command } from 'commander';
import { z } from 'zod';
import type { Run } from '../../shared/contract/audits';
import type { Transport } from '../../shared/contract/transport';
import type { Period } from '../../shared/period/period';
import { ask } from './ask-engine';
import { periodOf } from './audit-options';
import { auditRun } from './audit-run';
import type { Terminal } from './terminal';

/** What the commands about an existing workspace's month take. */
export const monthOptionsSchema = z.object({
  workspace: z.string(),
  month: z.string().optional(),
  from: z.string().optional(),
  to: z.string().optional(),
});

export function addMonthOptions(command: Command, { say }: Terminal): Command {
  return command
    .requiredOption('--workspace <file>', say('workspaceThere'))
    .option('--month <yyyy-mm>', say('audit/month'))
    .option('--from <day>', say('audit/from'))
    .option('--to <day>', say('audit/to'));
}

/** Opens the workspace; it must be there. */
export async function openWorkspaceOf(
  transport: Transport,
  { workspace }: { readonly workspace: string },
): Promise<void> {
  await ask(transport, 'workspace.open', { path: resolve(workspace) });
}

/** The newest audit of a period, made again where it no longer shows what is there. */
export async function currentRun(
  transport: Transport,
  terminal: Terminal,
  period: Period | null,
): Promise<Run> {
  const latest = await ask(transport, 'audits.latest', { period });
  return latest?.current ? latest : await auditRun(transport, terminal, period);
}

/** Opens the workspace and answers the current audit of the month that was named. */
export async function runOfMonth(
  transport: Transport,
  terminal: Terminal,
  options: z.infer<typeof monthOptionsSchema>,
): Promise<Run> {
  const period = periodOf(options);
  await openWorkspaceOf(transport, options);
  return await currentRun(transport, terminal, period);
}
