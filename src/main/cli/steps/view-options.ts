import { resolve } from 'node:path';
import type { Command } from 'commander';
import { z } from 'zod';
import type { Transport } from '../../../shared/contract/transport';
import { ask } from '../session/ask-engine';
import { CliFailure } from '../session/cli-failure';
import { openOrCreateWorkspace } from '../session/engine-session';
import { importFiles } from './import-files';
import { addOverrideOptions, overrideOf, overrideOptionsSchema } from '../options/override-options';
import { addPeriodOptions, periodOptionsSchema } from '../options/period-option';
import type { Terminal } from '../session/terminal';
import { openWorkspaceOf } from './workspace-run';

/** What the commands that look at usage take: a workspace, or an account and usage files. */
export const viewOptionsSchema = overrideOptionsSchema.extend({
  account: z.string().optional(),
  usage: z.array(z.string()).default([]),
  workspace: z.string().optional(),
  ...periodOptionsSchema.shape,
});
export type ViewOptions = z.infer<typeof viewOptionsSchema>;

export function addViewOptions(command: Command, terminal: Terminal): Command {
  const { say } = terminal;
  addOverrideOptions(command, terminal)
    .option('--account <file>', say('audit/account'))
    .option('--usage <file...>', say('audit/usage'))
    .option('--workspace <file>', say('audit/workspace'));
  return addPeriodOptions(command, terminal);
}

export async function takeInView(
  transport: Transport,
  terminal: Terminal,
  options: ViewOptions,
): Promise<void> {
  if (options.usage.length === 0 && options.workspace === undefined)
    throw new CliFailure('nothingToAudit');
  if (options.usage.length === 0 && options.workspace !== undefined)
    await openWorkspaceOf(transport, { workspace: options.workspace });
  else await openOrCreateWorkspace(transport, options.workspace);
  if (options.account !== undefined)
    await ask(transport, 'account.setFromFile', { path: resolve(options.account) });
  await importFiles(
    transport,
    terminal,
    options.usage.map((path) => ({ path, kind: 'usage' as const })),
    { override: overrideOf(options) },
  );
}
