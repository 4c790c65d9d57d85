import type { Command } from 'commander';
import { z } from 'zod';
import type { CreditView } from '../../../shared/contract/credits';
import { amountText, decimalsOf } from '../../engine/locale/number-text';
import { sentence } from '../../engine/locale/sentence';
import type { Transport } from '../../../shared/contract/transport';
import { actArgument } from '../options/act-argument';
import { everyRow } from '../session/all-pages';
import { ask } from '../session/ask-engine';
import { CliFailure } from '../session/cli-failure';
import { dayOption } from '../options/day-option';
import { withEngine } from '../session/engine-session';
import { EXIT, type ExitCode } from '../session/exit-code';
import { putJson } from '../session/json-output';
import { textTable } from '../text/text-table';
import type { Terminal } from '../session/terminal';
import { openWorkspaceOf } from '../steps/workspace-run';

const ACTS = ['list', 'promise', 'settle', 'unsettle', 'withdraw'] as const;

const optionsSchema = z.object({
  workspace: z.string(),
  id: z.string().optional(),
  amount: z.string().optional(),
  reference: z.string().default(''),
  promisedOn: z.string().optional(),
  expectedBy: z.string().optional(),
  line: z.string().optional(),
  json: z.union([z.string(), z.literal(true)]).optional(),
});

type Options = z.infer<typeof optionsSchema>;

/** `recount credits`: what was promised, what came back, what may be it; and each of the window's acts on it. */
export function addCreditsCommand(program: Command, { language, say }: Terminal): Command {
  const own = (key: string) => sentence(language, `decisions:cli/${key}`);
  return program
    .command('credits')
    .description(own('credits'))
    .argument('[act]', ACTS.join(', '), 'list')
    .requiredOption('--workspace <file>', say('workspaceThere'))
    .option('--id <id>', own('creditId'))
    .option('--amount <amount>', own('creditAmount'))
    .option('--reference <text>', own('creditReference'))
    .option('--promised-on <day>', own('creditPromisedOn'))
    .option('--expected-by <day>', own('creditExpectedBy'))
    .option('--line <key>', own('creditLine'))
    .option('--json [out]', say('jsonOut'));
}

export async function runCredits(
  actText: string,
  given: unknown,
  terminal: Terminal,
): Promise<ExitCode> {
  const options = optionsSchema.parse(given);
  const act = actArgument(ACTS, actText);
  const change = act === 'list' ? null : changeOf(act, options);
  return await withEngine(async (transport) => {
    await openWorkspaceOf(transport, options);
    await change?.(transport);
    const credits = await everyRow((page) => ask(transport, 'credits.list', page));
    if (options.json !== undefined) await putJson({ credits }, options.json, terminal);
    else terminal.out(creditsText(terminal, credits));
    return EXIT.agreed;
  });
}

type Change = (transport: Transport) => Promise<unknown>;

/** What an act does, from options that are complete: before anything is opened. */
function changeOf(act: Exclude<(typeof ACTS)[number], 'list'>, options: Options): Change {
  const { id: key, amount, reference, promisedOn, expectedBy, line } = options;
  if (key === undefined) throw new CliFailure('decisions:cli/needCredit');
  if (act === 'withdraw') return (transport) => ask(transport, 'credits.withdraw', { key });
  if (act === 'promise') {
    if (amount === undefined || promisedOn === undefined)
      throw new CliFailure('decisions:cli/needPromise');
    const promised = {
      key,
      amount,
      reference,
      promisedOn: dayOption('--promised-on', promisedOn),
      expectedBy: expectedBy === undefined ? null : dayOption('--expected-by', expectedBy),
    };
    return (transport) => ask(transport, 'credits.promise', promised);
  }
  return async (transport) => {
    const lineKey = line ?? (await suggestedLine(transport, act, key));
    await ask(transport, `credits.${act}`, { key, lineKey });
  };
}

/** Without `--line`: the line that is suggested as the return, or the last that was taken for it. */
async function suggestedLine(
  transport: Transport,
  act: 'settle' | 'unsettle',
  key: string,
): Promise<string> {
  const { rows } = await ask(transport, 'credits.list', { key, offset: 0, limit: 1 });
  const [credit] = rows;
  const found = act === 'settle' ? credit?.suggestion?.lineKey : credit?.settled.at(-1)?.lineKey;
  if (found === undefined) throw new CliFailure('decisions:cli/needCreditLine');
  return found;
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
