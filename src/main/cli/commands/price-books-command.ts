import { resolve } from 'node:path';
import { Option, type Command } from 'commander';
import { z } from 'zod';
import {
  priceComparisonSchema,
  type BookRow,
  type PriceComparison,
  type PriceVersion,
} from '../../../shared/contract/price-books';
import type { Day } from '../../../shared/period/day';
import { amountText, countText, decimalsOf } from '../../engine/locale/number-text';
import { sentence, term } from '../../engine/locale/sentence';
import { ask, runJob } from '../session/ask-engine';
import { signed } from '../text/audit-text';
import { dayOption } from '../options/day-option';
import { withEngine } from '../session/engine-session';
import { EXIT, type ExitCode } from '../session/exit-code';
import { putJson } from '../session/json-output';
import { progressLine } from '../text/progress-line';
import { textTable } from '../text/text-table';
import type { Terminal } from '../session/terminal';
import { periodOf } from '../options/period-option';
import { addMonthOptions, monthOptionsSchema, openWorkspaceOf } from '../steps/workspace-run';

const own = ({ language }: Terminal, key: string, params = {}) =>
  sentence(language, `price-compare:${key}`, params);

const workspaceSchema = z.object({ workspace: z.string() });
const siteSchema = z.enum(['cn', 'intl']).default('cn');
const compareSchema = monthOptionsSchema.extend({
  a: z.string().default('in-use'),
  b: z.string().default('in-use'),
  aOn: z.string().optional(),
  bOn: z.string().optional(),
  aList: z.boolean().default(false),
  bList: z.boolean().default(false),
  json: z.union([z.string(), z.literal(true)]).optional(),
});

/** `recount prices compare`: what a workspace's own use costs under two versions of prices and terms. */
export function addPricesCompare(prices: Command, terminal: Terminal): Command {
  const { say } = terminal;
  const command = prices.command('compare').description(own(terminal, 'cli/compare'));
  return addMonthOptions(command, terminal)
    .option('--a <book>', own(terminal, 'cli/versionA'))
    .option('--b <book>', own(terminal, 'cli/versionB'))
    .option('--a-on <day>', own(terminal, 'cli/onA'))
    .option('--b-on <day>', own(terminal, 'cli/onB'))
    .option('--a-list', own(terminal, 'cli/listA'))
    .option('--b-list', own(terminal, 'cli/listB'))
    .option('--json [out]', say('jsonOut'));
}

export async function runPricesCompare(given: unknown, terminal: Terminal): Promise<ExitCode> {
  const options = compareSchema.parse(given);
  const a = versionOf(options.a, dayOf('--a-on', options.aOn), options.aList);
  const b = versionOf(options.b, dayOf('--b-on', options.bOn), options.bList);
  const period = periodOf(options);
  return await withEngine(async (transport) => {
    await openWorkspaceOf(transport, options);
    const progress = progressLine(terminal);
    try {
      const result = priceComparisonSchema.parse(
        await runJob(
          transport,
          () => ask(transport, 'prices.compare', { a, b, period }),
          progress.show,
        ),
      );
      progress.clear();
      if (options.json !== undefined) await putJson(result, options.json, terminal);
      if (options.json !== true && options.json !== '-')
        terminal.out(comparisonText(result, terminal));
    } finally {
      progress.clear();
    }
    return EXIT.agreed;
  });
}

function versionOf(book: string, on: Day | null, listOnly: boolean): PriceVersion {
  const named = (['built-in', 'own', 'in-use'] as const).find((name) => name === book);
  return { book: named ?? { path: resolve(book) }, on, contract: !listOnly };
}

function dayOf(option: string, value: string | undefined): Day | null {
  return value === undefined ? null : dayOption(option, value);
}

function comparisonText({ currency, a, b, change, months }: PriceComparison, terminal: Terminal) {
  const { language } = terminal;
  const word = (key: string) => own(terminal, `compare/${key}`);
  const amounts = months.flatMap(({ items }) =>
    items.flatMap(({ amountA, amountB, change: by }) => [amountA, amountB, by]),
  );
  const decimals = decimalsOf([a.amount, b.amount, ...amounts]);
  const table = textTable(
    [
      { heading: word('month'), align: 'left' },
      { heading: word('item'), align: 'left' },
      ...['minutesA', 'minutesB', 'amountA', 'amountB', 'change'].map((key) => ({
        heading: word(key),
        align: 'right' as const,
      })),
    ],
    months.flatMap(({ month, items }) =>
      items.map((row) => [
        month.slice(0, 7),
        term(language, 'items', row.item),
        countText(row.minutesA),
        countText(row.minutesB),
        amountText(row.amountA, decimals),
        amountText(row.amountB, decimals),
        signed(row.change, decimals),
      ]),
    ),
    [
      word('total'),
      currency,
      '',
      '',
      amountText(a.amount, decimals),
      amountText(b.amount, decimals),
      signed(change, decimals),
    ],
  );
  const unpriced = (['a', 'b'] as const).flatMap((side) =>
    (side === 'a' ? a : b).unpriced.map(
      (missing) => `${own(terminal, 'compare/unpriced', { ...missing, side: word(side) })}\n`,
    ),
  );
  return [table, ...unpriced].join('');
}

/** `recount prices use`: a book of one's own takes the place of the program's in a workspace. */
export function addPricesUse(prices: Command, terminal: Terminal): Command {
  return prices
    .command('use')
    .description(own(terminal, 'cli/use'))
    .requiredOption('--workspace <file>', terminal.say('audit/workspace'))
    .requiredOption('--book <file>', own(terminal, 'cli/book'));
}

export async function runPricesUse(given: unknown, terminal: Terminal): Promise<ExitCode> {
  const options = workspaceSchema.extend({ book: z.string() }).parse(given);
  return await withEngine(async (transport) => {
    await openWorkspaceOf(transport, options);
    const { books } = await ask(transport, 'prices.setBook', { path: resolve(options.book) });
    for (const book of books.filter(({ kind }) => kind === 'own')) {
      const { hash, fileName } = book;
      terminal.out(`${own(terminal, 'cli/inUse', { file: fileName ?? '', hash })}\n`);
      terminal.out(faultsText(book, terminal));
    }
    return EXIT.agreed;
  });
}

/** `recount prices reset`: the program's own book counts again. */
export function addPricesReset(prices: Command, terminal: Terminal): Command {
  return prices
    .command('reset')
    .description(own(terminal, 'cli/reset'))
    .requiredOption('--workspace <file>', terminal.say('audit/workspace'))
    .addOption(new Option('--site <site>', terminal.say('prices/site')).choices(['cn', 'intl']));
}

export async function runPricesReset(given: unknown, terminal: Terminal): Promise<ExitCode> {
  const options = workspaceSchema.extend({ site: siteSchema }).parse(given);
  return await withEngine(async (transport) => {
    await openWorkspaceOf(transport, options);
    await ask(transport, 'prices.removeBook', { site: options.site });
    terminal.out(`${own(terminal, 'cli/noOwn')}\n`);
    return EXIT.agreed;
  });
}

/** `recount prices save`: the program's own book as a file, to be changed and taken into a workspace. */
export function addPricesSave(prices: Command, terminal: Terminal): Command {
  return prices
    .command('save')
    .description(own(terminal, 'cli/save'))
    .argument('<file>', own(terminal, 'cli/book'))
    .addOption(new Option('--site <site>', terminal.say('prices/site')).choices(['cn', 'intl']));
}

export async function runPricesSave(
  file: string,
  given: unknown,
  terminal: Terminal,
): Promise<ExitCode> {
  const { site } = z.object({ site: siteSchema }).parse(given);
  return await withEngine(async (transport) => {
    const path = resolve(file);
    await ask(transport, 'prices.saveBook', { site, kind: 'built-in', path });
    terminal.out(`${own(terminal, 'cli/wrote', { file: path })}\n`);
    return EXIT.agreed;
  });
}

/** What a lint found in a book, a line for each fault; says so where there is none. */
export function faultsText(
  { hash, faults }: Pick<BookRow, 'hash' | 'faults'>,
  terminal: Terminal,
): string {
  if (faults.length === 0) return `${own(terminal, 'cli/sound', { hash })}\n`;
  return faults
    .map(({ code, params }) => `${sentence(terminal.language, `prices:faults/${code}`, params)}\n`)
    .join('');
}
