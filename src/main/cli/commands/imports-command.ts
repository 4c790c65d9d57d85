import type { Command } from 'commander';
import { z } from 'zod';
import type { ImportSummary } from '../../../shared/contract/imports';
import { countText } from '../../engine/locale/number-text';
import { sentence, term } from '../../engine/locale/sentence';
import { actArgument } from '../options/act-argument';
import type { Transport } from '../../../shared/contract/transport';
import { everyRow } from '../session/all-pages';
import { ask } from '../session/ask-engine';
import { CliFailure } from '../session/cli-failure';
import { withEngine } from '../session/engine-session';
import { overrideOf } from '../options/override-options';
import { pagesOption, wholePages } from '../options/pages-option';
import { EXIT, type ExitCode } from '../session/exit-code';
import { putJson } from '../session/json-output';
import { textTable } from '../text/text-table';
import type { Terminal } from '../session/terminal';
import { putIssues } from '../steps/issues-of-imports';
import { putRepeats } from '../steps/repeats';
import { openWorkspaceOf } from '../steps/workspace-run';

const ACTS = ['list', 'repeats', 'issues', 'undo', 'redo', 'say-app', 'open-app'] as const;
type Act = (typeof ACTS)[number];

const optionsSchema = z.object({
  workspace: z.string(),
  app: z.string().optional(),
  id: z.array(z.coerce.number().int().positive()).default([]),
  ...wholePages,
  json: z.union([z.string(), z.literal(true)]).optional(),
});

/** `recount imports`: what was taken in; takes an import back or brings it back, says whose usage it is, at any later time. */
export function addImportsCommand(program: Command, { say, language }: Terminal): Command {
  return program
    .command('imports')
    .description(say('imports/description'))
    .argument('[act]', ACTS.join(', '), 'list')
    .requiredOption('--workspace <file>', say('workspaceThere'))
    .option('--id <number...>', say('imports/id'))
    .option('--app <id>', sentence(language, 'application:appOption'))
    .option('--limit <n>', pagesOption(language, 'limit'))
    .option('--offset <n>', pagesOption(language, 'offset'))
    .option('--json [out]', say('jsonOut'));
}

export async function runImports(
  actText: string,
  given: unknown,
  terminal: Terminal,
): Promise<ExitCode> {
  const verb = actArgument(ACTS, actText);
  const read = optionsSchema.safeParse(given);
  if (read.error?.issues.some(({ path }) => path[0] === 'limit' || path[0] === 'offset'))
    throw new CliFailure('imports:pages/bad');
  if (!read.success || (verb !== 'list' && read.data.id.length === 0))
    throw new CliFailure('imports/needId');
  const options = read.data;
  return await withEngine(async (transport) => {
    await openWorkspaceOf(transport, options);
    if (verb === 'repeats') {
      await putRepeats(transport, options, terminal);
      return EXIT.agreed;
    }
    if (verb === 'issues') {
      await putIssues(transport, options, terminal);
      return EXIT.agreed;
    }
    for (const importId of options.id) await carryOut(transport, verb, importId, options.app);
    const imports = await everyRow((page) => ask(transport, 'imports.list', page));
    if (options.json !== undefined) await putJson({ imports }, options.json, terminal);
    else terminal.out(importsText(imports, terminal));
    return EXIT.agreed;
  });
}

async function carryOut(
  transport: Transport,
  act: Act,
  importId: number,
  app: string | undefined,
): Promise<void> {
  switch (act) {
    case 'list':
    case 'repeats':
    case 'issues':
      return;
    case 'undo':
    case 'redo':
      await ask(transport, `imports.${act}`, { importId });
      return;
    case 'say-app': {
      const { sdkAppId } = overrideOf({ app });
      if (sdkAppId === undefined) throw new CliFailure('application:needApp');
      await ask(transport, 'imports.sayApplication', { importId, sdkAppId });
      return;
    }
    case 'open-app':
      await ask(transport, 'imports.sayApplication', { importId, sdkAppId: null });
  }
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
      left(sentence(language, 'application:field')),
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
      one.application === null ? '' : (one.application.sdkAppId ?? '*'),
    ]),
  );
}
