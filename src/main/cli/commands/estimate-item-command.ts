import { Option, type Command } from 'commander';
import { z } from 'zod';
import { isItem, type Item } from '../../../shared/catalog/item';
import type { PlannedItemAnswer } from '../../../shared/contract/planned-item';
import { parseDecimal, toText } from '../../../shared/money/decimal';
import { amountText, decimalsOf, priceText } from '../../engine/locale/number-text';
import { sentence, term } from '../../engine/locale/sentence';
import { ask } from '../session/ask-engine';
import { withChosenAccount } from '../steps/chosen-account';
import { CliFailure } from '../session/cli-failure';
import { catalogueDay } from './estimate-command';
import { EXIT, type ExitCode } from '../session/exit-code';
import { putJson } from '../session/json-output';
import type { Terminal } from '../session/terminal';
import { oneLine } from '../text/text-table';

const optionsSchema = z.object({
  item: z.string(),
  quantity: z.string(),
  site: z.enum(['cn', 'intl']).optional(),
  account: z.string().optional(),
  workspace: z.string().optional(),
  on: z.string().optional(),
  json: z.union([z.string(), z.literal(true)]).optional(),
});

type Planned = Extract<PlannedItemAnswer, { kind: 'planned-item' }>;

/** `recount estimate item`: a month of any priced item, value-added services among them. */
export function addEstimateItem(group: Command, { say, language }: Terminal): Command {
  const own = (key: string) => sentence(language, `planned-item:${key}`);
  return group
    .command('item')
    .description(own('description'))
    .requiredOption('--item <item>', own('item'))
    .requiredOption('--quantity <number>', own('quantity'))
    .addOption(new Option('--site <site>', say('prices/site')).choices(['cn', 'intl']))
    .option('--account <file>', say('audit/account'))
    .option('--workspace <file>', say('audit/workspace'))
    .option('--on <day>', say('estimate/on'))
    .option('--json [out]', say('jsonOut'));
}

export async function runEstimateItem(given: unknown, terminal: Terminal): Promise<ExitCode> {
  const options = optionsSchema.parse(given);
  const { site = null, json } = options;
  const item = itemOf(options.item);
  const quantity = parseDecimal(options.quantity);
  if (quantity === null)
    throw new CliFailure('badNumber', { option: '--quantity', value: options.quantity });
  const plan = { site, item, quantity: toText(quantity), on: catalogueDay(options.on) };
  const answer = await withChosenAccount(options, (transport) =>
    ask(transport, 'estimate.item', plan),
  );
  if (answer.kind === 'problem')
    throw new CliFailure(`estimate/problems/${answer.problem}`, { on: answer.on });
  if (json !== undefined) await putJson(answer, json, terminal);
  if (json !== true && json !== '-') terminal.out(plannedText(answer, terminal));
  return EXIT.agreed;
}

function itemOf(text: string): Item {
  if (isItem(text)) return text;
  throw new CliFailure('planned-item:unknown', { value: text });
}

function plannedText(answer: Planned, { language }: Terminal): string {
  const own = (key: string, params = {}) => sentence(language, `planned-item:${key}`, params);
  const { site, currency, on, item, unit, amount, steps } = answer;
  const unitText = sentence(language, `prices:units/${unit}`);
  const head = [term(language, 'sites', site), currency, on, term(language, 'items', item)];
  const values = steps.map(({ unit: kind, value }) =>
    kind === 'amount' ? amountText(value, decimalsOf([amount])) : priceText(value),
  );
  const width = Math.max(...values.map(({ length }) => length));
  const lines = steps.map(({ rule, inputs, citation }, index) => {
    const source = citation ? ` [${citation.document}, ${citation.date}: ${citation.printed}]` : '';
    const text = own(`steps/${rule}`, { ...inputs, unitText });
    return `  ${(values[index] ?? '').padStart(width)}  ${oneLine(`${text}${source}`)}\n`;
  });
  return [`${own('notABill')}\n${head.join(' · ')}\n\n`, ...lines].join('');
}
