import type { Command } from 'commander';
import { z } from 'zod';
import type { SignOffState } from '../../../shared/contract/sign-off';
import { sentence } from '../../engine/locale/sentence';
import { actArgument } from '../options/act-argument';
import { ask } from '../session/ask-engine';
import { CliFailure } from '../session/cli-failure';
import { withEngine } from '../session/engine-session';
import { EXIT, type ExitCode } from '../session/exit-code';
import { putJson } from '../session/json-output';
import type { Terminal } from '../session/terminal';
import {
  addMonthOptions,
  currentRun,
  monthOptionsSchema,
  openWorkspaceOf,
} from '../steps/workspace-run';
import { periodOf } from '../options/period-option';

const ACTS = ['state', 'prepare', 'review', 'reopen'] as const;

const optionsSchema = monthOptionsSchema.extend({
  name: z.string().optional(),
  note: z.string().default(''),
  json: z.union([z.string(), z.literal(true)]).optional(),
});

const own = ({ language }: Terminal, key: string, params = {}) =>
  sentence(language, `decisions:${key}`, params);

/** `recount sign`: prepare, review, reopen a month, or ask how its seal stands. */
export function addSignCommand(program: Command, terminal: Terminal): Command {
  const command = program
    .command('sign')
    .description(own(terminal, 'cli/sign'))
    .argument('<act>', own(terminal, 'cli/signAct'));
  return addMonthOptions(command, terminal)
    .option('--name <name>', own(terminal, 'cli/name'))
    .option('--note <text>', own(terminal, 'cli/note'))
    .option('--json [out]', terminal.say('jsonOut'));
}

/** Exits with 1 where a signed month's seal is broken. */
export async function runSign(
  actText: string,
  given: unknown,
  terminal: Terminal,
): Promise<ExitCode> {
  const options = optionsSchema.parse(given);
  const act = actArgument(ACTS, actText);
  const refuse = (key: string, params = {}) => new CliFailure(`decisions:cli/${key}`, params);
  if (act === 'reopen' && options.note.trim() === '') throw refuse('needReason');
  const { name = '', note } = options;
  if (act !== 'state' && name.trim() === '') throw refuse('needName');
  const period = periodOf(options);
  return await withEngine(async (transport) => {
    await openWorkspaceOf(transport, options);
    if (act === 'prepare') await currentRun(transport, terminal, period);
    const state =
      act === 'state'
        ? await ask(transport, 'signOff.state', { period })
        : await ask(transport, `signOff.${act}`, { period, name, note });
    if (options.json !== undefined) await putJson(state, options.json, terminal);
    else terminal.out(signOffText(terminal, state));
    return state.state === 'open' || state.sealed ? EXIT.agreed : EXIT.differs;
  });
}

function signOffText(terminal: Terminal, { state, sealed, drift, sameName, acts }: SignOffState) {
  const lines = [
    own(terminal, `sign/states/${state}`),
    ...(state === 'open' ? [] : [own(terminal, `sign/seal/${sealed ? 'whole' : 'broken'}`)]),
    ...drift.map(({ what, was, is }) => `  ${own(terminal, `sign/drift/${what}`, { was, is })}`),
    ...(sameName ? [own(terminal, 'sign/sameName')] : []),
    ...acts.map(({ act, name, note, at, trailHead }) =>
      [at, own(terminal, `sign/acts/${act}`, { name }), note, trailHead.slice(0, 12)]
        .filter((part) => part !== '')
        .join('  '),
    ),
  ];
  return `${lines.join('\n')}\n`;
}
