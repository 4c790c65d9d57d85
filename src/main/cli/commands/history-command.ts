import type { Command } from 'commander';
import { z } from 'zod';
import type { HistoryEntry, HistoryStep } from '../../../shared/contract/history';
import { stepKey } from '../../../shared/contract/step-key';
import { trailSentence } from '../../../shared/contract/trail-sentence';
import type { Transport } from '../../../shared/contract/transport';
import { sentence } from '../../engine/locale/sentence';
import { ask } from '../session/ask-engine';
import { CliFailure } from '../session/cli-failure';
import { withEngine } from '../session/engine-session';
import { EXIT, type ExitCode } from '../session/exit-code';
import { putJson } from '../session/json-output';
import { textTable } from '../text/text-table';
import type { Terminal } from '../session/terminal';
import { openWorkspaceOf } from '../steps/workspace-run';

const SHOWN = 50;

const optionsSchema = z.object({
  workspace: z.string(),
  undo: z.boolean().default(false),
  redo: z.boolean().default(false),
  to: z.string().optional(),
  json: z.union([z.string(), z.literal(true)]).optional(),
});
type Options = z.infer<typeof optionsSchema>;

/** `recount history`: what was done to a workspace, step by step; one back, one forward, or to any of them. */
export function addHistoryCommand(program: Command, { language, say }: Terminal): Command {
  const own = (key: string) => sentence(language, `history:${key}`);
  return program
    .command('history')
    .description(own('description'))
    .requiredOption('--workspace <file>', say('workspaceThere'))
    .option('--undo', own('undoOption'))
    .option('--redo', own('redoOption'))
    .option('--to <step>', own('toOption'))
    .option('--json [out]', say('jsonOut'));
}

export async function runHistory(given: unknown, terminal: Terminal): Promise<ExitCode> {
  const options = optionsSchema.parse(given);
  const wishes = [options.undo, options.redo, options.to !== undefined].filter(Boolean).length;
  if (wishes > 1) throw new CliFailure('history:oneOnly');
  const to = options.to === undefined ? null : stepNumber(options.to);
  return await withEngine(async (transport) => {
    await openWorkspaceOf(transport, options);
    if (to !== null) terminal.out(`${await goTo(transport, to, terminal)}\n`);
    else if (wishes === 1) terminal.out(`${await move(transport, options, terminal)}\n`);
    else {
      const { rows } = await ask(transport, 'history.list', { offset: 0, limit: SHOWN });
      if (options.json !== undefined) await putJson({ steps: rows }, options.json, terminal);
      else terminal.out(historyText(terminal, rows));
    }
    return EXIT.agreed;
  });
}

function stepNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new CliFailure('history:badStep');
  return Number(text);
}

async function move(transport: Transport, { undo }: Options, terminal: Terminal): Promise<string> {
  const step = await ask(transport, undo ? 'history.undo' : 'history.redo', {});
  const { language } = terminal;
  if (!step) return sentence(language, 'history:nothing');
  return sentence(language, undo ? 'history:undone' : 'history:redone', {
    step: stepSentence(terminal, step),
  });
}

async function goTo(transport: Transport, step: number, { language }: Terminal): Promise<string> {
  const { undone, redone } = await ask(transport, 'history.goTo', { step });
  if (undone > 0) return sentence(language, 'history:moved/back', { count: undone });
  if (redone > 0) return sentence(language, 'history:moved/forward', { count: redone });
  const { undo } = await ask(transport, 'history.list', { offset: 0, limit: 1 });
  if ((undo?.id ?? 0) !== step) throw new CliFailure('history:noStep', { step });
  return sentence(language, 'history:nothing');
}

function stepSentence(
  { language }: Terminal,
  { title, params }: Pick<HistoryStep, 'title' | 'params'>,
): string {
  const { namespace, code } = stepKey(title);
  return sentence(language, `${namespace}:${code}`, params);
}

function entrySentence(terminal: Terminal, entry: HistoryEntry): string {
  if (entry.kind === 'step') return stepSentence(terminal, entry);
  return trailSentence({ kind: entry.about, details: entry.details }, (key, params) =>
    sentence(terminal.language, key, params),
  );
}

function historyText(terminal: Terminal, rows: readonly HistoryEntry[]): string {
  const { language } = terminal;
  if (rows.length === 0) return `${sentence(language, 'history:empty')}\n`;
  return textTable(
    [
      { heading: sentence(language, 'trail:columns/seq'), align: 'right' },
      { heading: sentence(language, 'trail:columns/at'), align: 'left' },
      { heading: sentence(language, 'trail:columns/what'), align: 'left' },
      { heading: '', align: 'left' },
    ],
    rows.map((entry) => [
      entry.kind === 'step' ? String(entry.id) : '',
      entry.at,
      entrySentence(terminal, entry),
      sentence(language, entry.kind === 'step' ? `history:states/${entry.state}` : 'history:kept'),
    ]),
  );
}
