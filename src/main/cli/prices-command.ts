import { Option, type Command } from 'commander';
import { z } from 'zod';
import { compareItems, isItem } from '../../shared/catalog/item';
import { isDay } from '../../shared/period/day';
import { toText } from '../../shared/money/decimal';
import type { PriceCondition, PriceEntry } from '../../shared/pricing/price-book';
import { priceText } from '../engine/locale/number-text';
import { term } from '../engine/locale/sentence';
import { priceBookOf } from '../engine/audit/price-books';
import { CliFailure } from './cli-failure';
import { EXIT, type ExitCode } from './exit-code';
import { oneLine, textTable, type TextColumn } from './text-table';
import type { Terminal } from './terminal';

const optionsSchema = z.object({
  site: z.enum(['cn', 'intl']).default('cn'),
  item: z.string().optional(),
  on: z.string().optional(),
});

/** `recount prices`: the list prices that the engine knows, each with where it was published. */
export function addPricesCommand(program: Command, { say }: Terminal): Command {
  return program
    .command('prices')
    .description(say('prices/description'))
    .addOption(new Option('--site <site>', say('prices/site')).choices(['cn', 'intl']))
    .option('--item <item>', say('prices/item'))
    .option('--on <day>', say('prices/on'));
}

export function runPrices(given: unknown, terminal: Terminal): Promise<ExitCode> {
  const { site, item, on } = optionsSchema.parse(given);
  if (item !== undefined && !isItem(item)) throw new CliFailure('badItem', { value: item });
  if (on !== undefined && !isDay(on)) throw new CliFailure('badDay', { option: '--on', value: on });
  const { prices, currency } = priceBookOf(site).book;
  const fitting = prices
    .filter((entry) => item === undefined || entry.item === item)
    .filter((entry) => on === undefined || (entry.from <= on && (!entry.to || on < entry.to)))
    .toSorted((a, b) => compareItems(a.item, b.item) || (a.from < b.from ? -1 : 1));
  terminal.out(`${term(terminal.language, 'sites', site)} · ${currency}\n\n`);
  terminal.out(pricesText(fitting, terminal));
  return Promise.resolve(EXIT.agreed);
}

function pricesText(entries: readonly PriceEntry[], { say, language }: Terminal): string {
  const columns: TextColumn[] = [
    { heading: say('table/item'), align: 'left' },
    { heading: say('prices/era'), align: 'left' },
    { heading: say('prices/from'), align: 'left' },
    { heading: say('prices/to'), align: 'left' },
    { heading: say('table/price'), align: 'right' },
    { heading: say('prices/unit'), align: 'left' },
    { heading: say('prices/condition'), align: 'left' },
    { heading: say('prices/citation'), align: 'left' },
  ];
  return textTable(
    columns,
    entries.map((entry) => [
      `${entry.item} ${term(language, 'items', entry.item)}`,
      entry.era,
      entry.from,
      entry.to ?? '–',
      priceText(toText(entry.price)),
      say(`prices/units/${entry.unit}`),
      conditionText(entry.condition),
      oneLine(`${entry.citation.document}, ${entry.citation.date}`),
    ]),
  );
}

/** Conditions as the price book names them: they are its own field names. */
function conditionText(condition: PriceCondition): string {
  return Object.entries(condition)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name} ${String(value)}`)
    .join(', ');
}
