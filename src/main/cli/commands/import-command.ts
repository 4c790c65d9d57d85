import type { Command } from 'commander';
import { z } from 'zod';
import type { ImportOutcome } from '../../../shared/contract/imports';
import type { Transport } from '../../../shared/contract/transport';
import { countText } from '../../engine/locale/number-text';
import { sentence, term } from '../../engine/locale/sentence';
import { resolve } from 'node:path';
import { ask } from '../session/ask-engine';
import { CliFailure } from '../session/cli-failure';
import { openOrCreateWorkspace, withEngine } from '../session/engine-session';
import { EXIT, type ExitCode } from '../session/exit-code';
import { forecastImport, openForForecast } from '../steps/forecast-import';
import { importFiles } from '../steps/import-files';
import { issueLine } from '../text/issues-text';
import { addMapOption, mapOptionSchema, readingOf } from '../options/map-option';
import { addOverrideOptions, overrideOf, overrideOptionsSchema } from '../options/override-options';
import { oneLine } from '../text/text-table';
import type { Terminal } from '../session/terminal';

const optionsSchema = overrideOptionsSchema.extend({
  ...mapOptionSchema.shape,
  workspace: z.string(),
  account: z.string().optional(),
  replace: z.boolean().default(false),
  dryRun: z.boolean().default(false),
  json: z.union([z.string(), z.literal(true)]).optional(),
});

/** `recount import`: take files into a workspace that is kept, without auditing yet. */
export function addImportCommand(program: Command, terminal: Terminal): Command {
  const { say } = terminal;
  const command = program
    .command('import')
    .description(say('import/description'))
    .argument('<files...>', say('import/files'))
    .requiredOption('--workspace <file>', say('audit/workspace'))
    .option('--account <file>', say('audit/account'))
    .option('--replace', sentence(terminal.language, 'imports:replaceOption'))
    .option('--dry-run', say('import/dryRun'))
    .option('--json [out]', say('import/dryRunJson'));
  return addMapOption(addOverrideOptions(command, terminal), terminal);
}

export async function runImport(
  files: readonly string[],
  given: unknown,
  terminal: Terminal,
): Promise<ExitCode> {
  const options = optionsSchema.parse(given);
  const { workspace, account } = options;
  const override = { ...overrideOf(options), ...(await readingOf(options)) };
  const chosen = files.map((path) => ({ path, kind: null }));
  if (options.json !== undefined && !options.dryRun) throw new CliFailure('import/jsonOfDryRun');
  return await withEngine(async (transport) => {
    if (options.dryRun) {
      await openForForecast(transport, workspace, account);
      await forecastImport(transport, terminal, chosen, { ...options, override });
      return EXIT.agreed;
    }
    await openOrCreateWorkspace(transport, workspace);
    if (account !== undefined)
      await ask(transport, 'account.setFromFile', { path: resolve(account) });
    const outcomes = await importFiles(transport, terminal, chosen, {
      override,
      replace: options.replace,
    });
    for (const outcome of outcomes) {
      terminal.out(`${outcomeLine(outcome, terminal)}\n`);
      if (outcome.outcome === 'imported')
        terminal.out(await noticedText(transport, outcome.summary.id, terminal));
    }
    return EXIT.agreed;
  });
}

/** An import names its first issues; all of them are in every audit and report. */
const ISSUES_NAMED = 10;

async function noticedText(
  transport: Transport,
  importId: number,
  { language, say }: Terminal,
): Promise<string> {
  const page = { importId, offset: 0, limit: ISSUES_NAMED };
  const { total, rows } = await ask(transport, 'imports.issues', page);
  const more = total - rows.length;
  return [
    ...rows.map((issue) => `  ${issueLine(issue, language)}\n`),
    ...(more > 0 ? [`  ${say('more', { number: countText(more) })}\n`] : []),
  ].join('');
}

function outcomeLine(outcome: ImportOutcome, { say, language }: Terminal): string {
  if (outcome.outcome === 'failed') return outcome.path;
  const { summary } = outcome;
  return oneLine(
    say(`import/${outcome.outcome}`, {
      file: summary.sheet === null ? summary.fileName : `${summary.fileName} · ${summary.sheet}`,
      profile: term(language, 'profiles', summary.profile),
      encoding: term(language, 'encodings', summary.encoding),
      rows: countText(summary.rows),
      accepted: countText(summary.accepted),
      quarantined: countText(summary.quarantined),
      duplicates: countText(summary.duplicates),
      ignored: countText(summary.ignored),
    }),
  );
}
