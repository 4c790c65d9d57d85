import { resolve } from 'node:path';
import { Option, type Command } from 'commander';
import { z } from 'zod';
import type { DisputeChoice } from '../../../shared/contract/reports';
import { sentence } from '../../engine/locale/sentence';
import { checkFolder } from '../../engine/report/output-folder';
import { ask, runJob } from '../session/ask-engine';
import { auditRun } from '../steps/audit-run';
import { withEngine } from '../session/engine-session';
import { EXIT, type ExitCode } from '../session/exit-code';
import { progressLine } from '../text/progress-line';
import type { Terminal } from '../session/terminal';
import { periodOf } from '../options/period-option';
import { addMonthOptions, monthOptionsSchema } from '../steps/workspace-run';

const CHOICES = ['over-billed', 'disputed', 'all'] as const;
const optionsSchema = monthOptionsSchema.extend({
  rows: z.enum(CHOICES).default('over-billed'),
  id: z.array(z.string()).default([]),
  masked: z.boolean().default(false),
  zip: z.boolean().default(false),
  contact: z.string().default(''),
});
const resultSchema = z.object({ files: z.array(z.string()) });

/** `recount dispute`: the letter and the workbook that are sent to the provider. */
export function addDisputeCommand(program: Command, terminal: Terminal): Command {
  const own = (key: string) => sentence(terminal.language, `dispute:cli/${key}`);
  const command = program
    .command('dispute')
    .description(own('description'))
    .argument('<folder>', own('folder'));
  return addMonthOptions(command, terminal)
    .addOption(new Option('--rows <which>', own('rows')).choices([...CHOICES]))
    .option('--id <id...>', own('id'))
    .option('--masked', own('masked'))
    .option('--zip', own('zip'))
    .option('--contact <text>', own('contact'));
}

export async function runDispute(
  folder: string,
  given: unknown,
  terminal: Terminal,
): Promise<ExitCode> {
  const options = optionsSchema.parse(given);
  const period = periodOf(options);
  await checkFolder(resolve(folder));
  const choice: DisputeChoice =
    options.id.length > 0 ? { rows: 'ids', ids: options.id } : { rows: options.rows };
  return await withEngine(async (transport) => {
    await ask(transport, 'workspace.open', { path: resolve(options.workspace) });
    const latest = await ask(transport, 'audits.latest', { period });
    const run = latest?.current ? latest : await auditRun(transport, terminal, period);
    const progress = progressLine(terminal);
    const start = () =>
      ask(transport, 'reports.dispute', {
        runId: run.id,
        folder: resolve(folder),
        language: terminal.language,
        masked: options.masked,
        choice,
        packed: options.zip,
        contact: options.contact,
      });
    const { files } = await runJob(transport, start, progress.show)
      .then((result) => resultSchema.parse(result))
      .finally(() => progress.clear());
    for (const file of files) terminal.out(`${terminal.say('wrote', { file })}\n`);
    return EXIT.agreed;
  });
}
