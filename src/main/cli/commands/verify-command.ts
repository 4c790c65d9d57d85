import { resolve } from 'node:path';
import type { Command } from 'commander';
import { z } from 'zod';
import { verdictSchema, type Verdict } from '../../../shared/contract/reports';
import { countText } from '../../engine/locale/number-text';
import { sentence } from '../../engine/locale/sentence';
import { ask, runJob } from '../session/ask-engine';
import { withEngine } from '../session/engine-session';
import { EXIT, type ExitCode } from '../session/exit-code';
import { putJson } from '../session/json-output';
import { progressLine } from '../text/progress-line';
import type { Terminal } from '../session/terminal';
import { oneLine } from '../text/text-table';

const optionsSchema = z.object({
  workspace: z.string(),
  json: z.union([z.string(), z.literal(true)]).optional(),
});

/** `recount verify`: computes a report again from the files of a workspace, and says yes or what differs. */
export function addVerifyCommand(program: Command, { say, language }: Terminal): Command {
  return program
    .command('verify')
    .description(sentence(language, 'reports:cli/verify'))
    .argument('<file>', sentence(language, 'reports:cli/file'))
    .requiredOption('--workspace <file>', say('workspaceThere'))
    .option('--json [out]', say('jsonOut'));
}

/** Exits 0 where the report is right, 1 where it is not. */
export async function runVerify(
  file: string,
  given: unknown,
  terminal: Terminal,
): Promise<ExitCode> {
  const options = optionsSchema.parse(given);
  return await withEngine(async (transport) => {
    await ask(transport, 'workspace.open', { path: resolve(options.workspace) });
    const progress = progressLine(terminal);
    const verdict = await runJob(
      transport,
      () => ask(transport, 'reports.verify', { path: resolve(file) }),
      progress.show,
    )
      .then((result) => verdictSchema.parse(result))
      .finally(() => progress.clear());
    if (options.json !== undefined) await putJson(verdict, options.json, terminal);
    if (options.json !== true && options.json !== '-')
      terminal.out(verdictText(file, verdict, terminal));
    return verdict.verified ? EXIT.agreed : EXIT.differs;
  });
}

function verdictText(file: string, verdict: Verdict, { language }: Terminal): string {
  const say = (key: string, params = {}) => sentence(language, `reports:${key}`, params);
  const lines = [
    say(verdict.verified ? 'verify/yes' : 'verify/no', { file: oneLine(file) }),
    ...verdict.findings.map(({ code, params }) => `  ${oneLine(say(`findings/${code}`, params))}`),
    ...(verdict.more > 0 ? [`  ${say('verify/more', { number: countText(verdict.more) })}`] : []),
    say('verify/compared', { number: countText(verdict.compared) }),
    say(verdict.known ? 'verify/known' : 'verify/unknown'),
  ];
  return `${lines.join('\n')}\n`;
}
