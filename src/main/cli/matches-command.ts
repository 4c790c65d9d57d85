import type { Command } from 'commander';
import { z } from 'zod';
import { sentence } from '../engine/locale/sentence';
import { actArgument } from './act-argument';
import { ask } from './ask-engine';
import { CliFailure } from './cli-failure';
import { withEngine } from './engine-session';
import { EXIT, type ExitCode } from './exit-code';
import { putJson } from './json-output';
import type { Terminal } from './terminal';
import { addMonthOptions, monthOptionsSchema, openWorkspaceOf, runOfMonth } from './workspace-run';

const ACTS = ['list', 'confirm', 'split', 'forget'] as const;

const optionsSchema = monthOptionsSchema.extend({
  id: z.array(z.string()).default([]),
  json: z.union([z.string(), z.literal(true)]).optional(),
});

/** `recount matches`: what was said about matches; confirm one, take one apart, forget what was said. */
export function addMatchesCommand(program: Command, terminal: Terminal): Command {
  const own = (key: string) => sentence(terminal.language, `decisions:cli/${key}`);
  const command = program
    .command('matches')
    .description(own('matches'))
    .argument('<act>', ACTS.join(', '));
  return addMonthOptions(command, terminal)
    .option('--id <id...>', own('ids'))
    .option('--json [out]', terminal.say('jsonOut'));
}

export async function runMatches(
  actText: string,
  given: unknown,
  terminal: Terminal,
): Promise<ExitCode> {
  const options = optionsSchema.parse(given);
  const verb = actArgument(ACTS, actText);
  if (verb !== 'list' && options.id.length === 0) throw new CliFailure('decisions:cli/needMatches');
  return await withEngine(async (transport) => {
    if (verb === 'list' || verb === 'forget') {
      await openWorkspaceOf(transport, options);
      for (const key of options.id)
        if (verb === 'forget') await ask(transport, 'matches.forget', { key });
    } else {
      const { id: runId } = await runOfMonth(transport, terminal, options);
      for (const comparisonId of options.id)
        await ask(transport, `matches.${verb}`, { runId, comparisonId });
    }
    const pins = await ask(transport, 'matches.pins', {});
    if (options.json !== undefined) await putJson({ pins }, options.json, terminal);
    else if (pins.length === 0)
      terminal.out(`${sentence(terminal.language, 'decisions:cli/empty')}\n`);
    else terminal.out(pins.map(({ key }) => `${key}\n`).join(''));
    return EXIT.agreed;
  });
}
