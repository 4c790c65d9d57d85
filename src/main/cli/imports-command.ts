import type { Command } from 'commander';
import { z } from 'zod';
import type { ImportSummary } from '../../shared/contract/imports';
import { countText } from '../engine/locale/number-text';
import { sentence, term } from '../engine/locale/sentence';
import { actArgument } from './act-argument';
import { ask } from './ask-engine';
import { CliFailure } from './cli-failure';
import { withEngine } from './engine-session';
import { EXIT, type ExitCode } from './exit-code';
import { putJson } from './json-output';
import { textTable } from './text-table';
import type { Terminal } from './terminal';
import { openWorkspaceOf } from './workspace-run';

const ACTS = ['list', 'undo', 'redo'] as const;

const optionsSchema = z.object({
  workspace: z.string(),
  id: z.array(z.coerce.number().int().positive()).default([]),
  json: z.union([z.string(), z.literal(true)]).optional(),
});

/** `recount imports`: what was taken in; takes an import back or brings it back, at any later time. */
export function addImportsCommand(program: Command, { say }: Terminal): Command {
  return program
    .command('imports')
    .description(say('imports/description'))
    .argument('[act]', ACTS.join(', '), 'list')
    .requiredOption('--workspace <file>', say('workspaceThere'))
    .option('--id <number...>', say('imports/id'))
    .option('--json [out]', say('jsonOut'));
}

export async function runImports(
  actText: string,
  given: unknown,
  terminal: Terminal,
): Promise<ExitCode> {
  const verb = actArgument(ACTS, actText);
  const read = optionsSchema.safeParse(given);
  if (!read.success || (verb !== 'list' && read.data.id.length === 0))
    throw new CliFailure('imports/needId');
  const options = read.data;
  return await withEngine(async (transport) => {
    await openWorkspaceOf(transport, options);
    if (verb !== 'list')
      for (const importId of options.id) await ask(transport, `imports.${verb}`, { importId });
    const imports = await ask(transport, 'imports.list', {});
    if (options.json !== undefined) await putJson({ imports }, options.json, terminal);
    else terminal.out(importsText(imports, terminal));
    return EXIT.agreed;
  });
}

function importsText(
  imports: readonly ImportSummary[],
  { say, language }: Pick<Terminal, 'say' | 'language'>,
): string {
  if (imports.length === 0) return `${sentence(language, 'decisions:cli/empty')}\n`;
  const left = (heading: string) => ({ heading, align: 'left' as const });
  const right = (heading: string) => ({ heading, align: 'right' as const });
  return textTable(
    [
      right('id'),
      left(say('imports/file')),
      left(say('imports/kind')),
      left(say('table/period')),
      right(say('imports/rows')),
      right(say('imports/accepted')),
      right(say('imports/quarantined')),
      left(say('imports/state')),
    ],
    imports.map((one) => [
      String(one.id),
      one.sheet === null ? one.fileName : `${one.fileName} · ${one.sheet}`,
      term(language, 'profiles', one.profile),
      one.firstDay === null ? '–' : `${one.firstDay} – ${one.lastDay ?? '–'}`,
      countText(one.rows),
      countText(one.accepted),
      countText(one.quarantined),
      say(`imports/states/${one.state}`),
    ]),
  );
}
