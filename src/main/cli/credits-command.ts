import type { Command } from 'commander';
import { z } from 'zod';
import type { CreditView } from '../../shared/contract/credits';
import { amountText, decimalsOf } from '../engine/locale/number-text';
import { sentence } from '../engine/locale/sentence';
import { ask } from './ask-engine';
import { withEngine } from './engine-session';
import { EXIT, type ExitCode } from './exit-code';
import { putJson } from './json-output';
import { textTable } from './text-table';
import type { Terminal } from './terminal';
import { openWorkspaceOf } from './workspace-run';

const optionsSchema = z.object({
  workspace: z.string(),
  json: z.union([z.string(), z.literal(true)]).optional(),
});

/** `recount credits`: what was promised, what came back, what may be it. */
export function addCreditsCommand(program: Command, { language, say }: Terminal): Command {
  return program
    .command('credits')
    .description(sentence(language, 'decisions:cli/credits'))
    .requiredOption('--workspace <file>', say('workspaceThere'))
    .option('--json [out]', say('jsonOut'));
}

export async function runCredits(given: unknown, terminal: Terminal): Promise<ExitCode> {
  const options = optionsSchema.parse(given);
  return await withEngine(async (transport) => {
    await openWorkspaceOf(transport, options);
    const credits = await ask(transport, 'credits.list', {});
    if (options.json !== undefined) await putJson({ credits }, options.json, terminal);
    else terminal.out(creditsText(terminal, credits));
    return EXIT.agreed;
  });
}

function creditsText({ language }: Terminal, credits: readonly CreditView[]): string {
  const own = (key: string, params = {}) => sentence(language, `decisions:${key}`, params);
  if (credits.length === 0) return `${own('cli/empty')}\n`;
  const decimals = decimalsOf(credits.flatMap(({ amount, open }) => [amount, open]));
  const table = textTable(
    [
      { heading: own('credits/for'), align: 'left' },
      { heading: own('credits/reference'), align: 'left' },
      { heading: own('credits/amount'), align: 'right' },
      { heading: own('credits/open'), align: 'right' },
      { heading: own('credits/expectedBy'), align: 'left' },
    ],
    credits.map(({ key, reference, amount, open, expectedBy }) => [
      key,
      reference,
      amountText(amount, decimals),
      amountText(open, decimals),
      expectedBy ?? '',
    ]),
  );
  const suggestions = credits.flatMap(({ key, suggestion }) =>
    suggestion
      ? [
          `${key}: ${own(`credits/suggestion/${suggestion.evidence}`, {
            line: `${suggestion.line.componentName} ${suggestion.line.chargedAt ?? ''}`,
            amount: suggestion.line.amount,
          })}\n`,
        ]
      : [],
  );
  return `${table}${suggestions.join('')}`;
}
