import type { Command } from 'commander';
import { z } from 'zod';
import type { HistoryStep } from '../../shared/contract/decisions';
import { sentence } from '../engine/locale/sentence';
import { ask } from './ask-engine';
import { withEngine } from './engine-session';
import { EXIT, type ExitCode } from './exit-code';
import { putJson } from './json-output';
import { textTable } from './text-table';
import type { Terminal } from './terminal';
import { openWorkspaceOf } from './workspace-run';

const SHOWN = 50;

const optionsSchema = z.object({
  workspace: z.string(),
  undo: z.boolean().default(false),
  redo: z.boolean().default(false),
  json: z.union([z.string(), z.literal(true)]).optional(),
});

/** `recount history`: the named steps of a workspace's decisions; one back, one forward. */
export function addHistoryCommand(program: Command, { language, say }: Terminal): Command {
  const own = (key: string) => sentence(language, `decisions:cli/${key}`);
  return program
    .command('history')
    .description(own('history'))
    .requiredOption('--workspace <file>', say('workspaceThere'))
    .option('--undo', own('undo'))
    .option('--redo', own('redo'))
    .option('--json [out]', say('jsonOut'));
}

export async function runHistory(given: unknown, terminal: Terminal): Promise<ExitCode> {
  const options = optionsSchema.parse(given);
  return await withEngine(async (transport) => {
    await openWorkspaceOf(transport, options);
    if (options.undo || options.redo) {
      const step = await ask(transport, options.undo ? 'history.undo' : 'history.redo', {});
      const kind = options.undo ? 'step-undone' : 'step-redone';
      terminal.out(
        step
          ? `${sentence(terminal.language, `trail:kinds/${kind}`, { step: stepSentence(terminal, step) })}\n`
          : `${sentence(terminal.language, 'decisions:cli/nothing')}\n`,
      );
      return EXIT.agreed;
    }
    const { rows } = await ask(transport, 'history.list', { offset: 0, limit: SHOWN });
    if (options.json !== undefined) await putJson({ steps: rows }, options.json, terminal);
    else terminal.out(historyText(terminal, rows));
    return EXIT.agreed;
  });
}

export function stepSentence(
  { language }: Terminal,
  { title, params }: Pick<HistoryStep, 'title' | 'params'>,
): string {
  return sentence(language, `decisions:steps/${title}`, params);
}

function historyText(terminal: Terminal, rows: readonly HistoryStep[]): string {
  const { language } = terminal;
  if (rows.length === 0) return `${sentence(language, 'decisions:history/empty')}\n`;
  return textTable(
    [
      { heading: sentence(language, 'trail:columns/seq'), align: 'right' },
      { heading: sentence(language, 'trail:columns/at'), align: 'left' },
      { heading: sentence(language, 'trail:columns/what'), align: 'left' },
      { heading: '', align: 'left' },
    ],
    rows.map((step) => [
      String(step.id),
      step.madeAt,
      stepSentence(terminal, step),
      sentence(language, `decisions:history/${step.state}`),
    ]),
  );
}
