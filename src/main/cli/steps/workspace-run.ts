import { resolve } from 'node:path';
import type { Command } from 'commander';
import { z } from 'zod';
import type { Run } from '../../../shared/contract/audits';
import type { Transport } from '../../../shared/contract/transport';
import type { Period } from '../../../shared/period/period';
import { ask } from '../session/ask-engine';
import { auditRun } from './audit-run';
import type { Terminal } from '../session/terminal';
import { addPeriodOptions, periodOf, periodOptionsSchema } from '../options/period-option';

/** What the commands about an existing workspace's month take. */
export const monthOptionsSchema = periodOptionsSchema.extend({ workspace: z.string() });

export function addMonthOptions(command: Command, terminal: Terminal): Command {
  const there = terminal.say('workspaceThere');
  return addPeriodOptions(command.requiredOption('--workspace <file>', there), terminal);
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
