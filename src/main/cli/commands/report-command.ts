import { dirname, resolve } from 'node:path';
import { Option, type Command } from 'commander';
import { z } from 'zod';
import { REPORT_FORMATS } from '../../../shared/contract/reports';
import { sentence } from '../../engine/locale/sentence';
import { checkFolder } from '../../engine/report/output-folder';
import { requireNoFile } from '../../engine/report/new-text-file';
import { ask } from '../session/ask-engine';
import { auditRun } from '../steps/audit-run';
import { withEngine } from '../session/engine-session';
import { EXIT, type ExitCode } from '../session/exit-code';
import { writeReportFiles } from '../steps/report-files';
import type { Terminal } from '../session/terminal';
import { periodOf } from '../options/period-option';
import { addMonthOptions, monthOptionsSchema } from '../steps/workspace-run';

const optionsSchema = monthOptionsSchema.extend({
  format: z.array(z.enum(REPORT_FORMATS)).default(['xlsx', 'csv']),
  masked: z.boolean().default(false),
  key: z.string().optional(),
});

/** `recount report`: write the reports of a workspace's audit; audits again where something has changed. */
export function addReportCommand(program: Command, terminal: Terminal): Command {
  const { say, language } = terminal;
  const command = program
    .command('report')
    .description(say('report/description'))
    .argument('<folder>', say('report/folder'));
  return addMonthOptions(command, terminal)
    .addOption(
      new Option('--format <format...>', say('report/format')).choices([...REPORT_FORMATS]),
    )
    .option('--masked', sentence(language, 'reports:cli/masked'))
    .option('--key <file>', sentence(language, 'reports:cli/key'));
}

export async function runReport(
  folder: string,
  given: unknown,
  terminal: Terminal,
): Promise<ExitCode> {
  const options = optionsSchema.parse(given);
  const period = periodOf(options);
  await checkFolder(resolve(folder));
  // Before anything long begins: what stands there may be the only way back of an earlier report.
  if (options.key !== undefined) {
    await checkFolder(dirname(resolve(options.key)));
    await requireNoFile(resolve(options.key));
  }
  return await withEngine(async (transport) => {
    await ask(transport, 'workspace.open', { path: resolve(options.workspace) });
    const latest = await ask(transport, 'audits.latest', { period });
    const run = latest?.current ? latest : await auditRun(transport, terminal, period);
    const files = await writeReportFiles(transport, terminal, run.id, folder, options.format, {
      masked: options.masked,
    });
    if (options.key !== undefined) {
      const path = resolve(options.key);
      await ask(transport, 'reports.writeMaskKey', { runId: run.id, path, replace: false });
      files.push(path);
    }
    for (const file of files) terminal.out(`${terminal.say('wrote', { file })}\n`);
    return EXIT.agreed;
  });
}
