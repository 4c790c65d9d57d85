import { resolve } from 'node:path';
import { Option, type Command } from 'commander';
import { z } from 'zod';
import { isItem } from '../../../shared/catalog/item';
import type { Language } from '../../../shared/contract/fields';
import { lintPriceBook } from '../../../shared/pricing/lint';
import type { PriceBook } from '../../../shared/pricing/price-book';
import {
  packageRows,
  priceRows,
  ratioRows,
  type ConditionRow,
  type PackageRow,
  type PriceRow,
  type RatioRow,
} from '../../../shared/pricing/price-table';
import { amountText, countText, priceText } from '../../engine/locale/number-text';
import { sentence, term } from '../../engine/locale/sentence';
import { shippedPriceBook } from '../../engine/audit/price-books';
import { readBookFile } from '../../engine/prices/read-book-file';
import { CliFailure } from '../session/cli-failure';
import { faultsText } from './price-books-command';
import { dayOption } from '../options/day-option';
import { EXIT, type ExitCode } from '../session/exit-code';
import { oneLine, textTable, type TextColumn } from '../text/text-table';
import type { Terminal } from '../session/terminal';

const optionsSchema = z.object({
  site: z.enum(['cn', 'intl']).default('cn'),
  item: z.string().optional(),
  on: z.string().optional(),
  book: z.string().optional(),
});

/** `recount prices`: what is charged, and the books it stands in. Alone it lists. */
export function addPricesCommand(program: Command, { say }: Terminal): Command {
  return program.command('prices').description(say('prices/description'));
}

/** `recount prices [list]`: the prices, package ratios and packages of a book, each with its source. */
export function addPricesList(prices: Command, { say, language }: Terminal): Command {
  return prices
    .command('list', { isDefault: true })
    .description(say('prices/description'))
    .addOption(new Option('--site <site>', say('prices/site')).choices(['cn', 'intl']))
    .option('--item <item>', say('prices/item'))
    .option('--on <day>', say('prices/on'))
    .option('--book <file>', sentence(language, 'price-compare:cli/book'));
}

export async function runPrices(options: unknown, terminal: Terminal): Promise<ExitCode> {
  const { site, item, on: onText, book: file } = optionsSchema.parse(options);
  const on = onText === undefined ? undefined : dayOption('--on', onText);
  if (item !== undefined && !isItem(item)) throw new CliFailure('badItem', { value: item });
  const given = file === undefined ? null : await readBookFile(resolve(file));
  const { book, hash } = given ?? shippedPriceBook(site);
  terminal.out(`${term(terminal.language, 'sites', book.site)} · ${book.currency}\n\n`);
  terminal.out(pricesText(priceRows(book, { item, on }), terminal));
  const ratios = ratioRows(book, { item, on });
  if (ratios.length > 0) terminal.out(ratiosText(ratios, terminal));
  const packages = item === undefined ? packageRows(book, on) : [];
  if (packages.length > 0) terminal.out(packagesText(packages, terminal));
  if (given) terminal.out(`\n${faultsText({ hash, faults: faultRows(book) }, terminal)}`);
  return EXIT.agreed;
}

const faultRows = (book: PriceBook) =>
  lintPriceBook(book).map(({ code, params }) => ({ code, params: { ...params } }));

function pricesText(rows: readonly PriceRow[], { say, language }: Terminal): string {
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
    rows.map((row) => [
      `${row.item} ${term(language, 'items', row.item)}`,
      row.era,
      row.from,
      row.to ?? '–',
      priceText(row.price),
      say(`prices/units/${row.unit}`),
      conditionText(row.conditions, language),
      sourceText(row.citation),
    ]),
  );
}

function ratiosText(rows: readonly RatioRow[], { say, language }: Terminal): string {
  const columns: TextColumn[] = [
    { heading: say('table/item'), align: 'left' },
    { heading: say('prices/from'), align: 'left' },
    { heading: say('prices/to'), align: 'left' },
    { heading: say('prices/bought'), align: 'left' },
    { heading: say('prices/ratio'), align: 'right' },
    { heading: say('prices/citation'), align: 'left' },
  ];
  const cells = rows.map(({ item, from, to, boughtFrom, boughtTo, ratio, citation }) => [
    `${item} ${term(language, 'items', item)}`,
    from,
    to ?? '–',
    boughtFrom === null && boughtTo === null ? '' : `${boughtFrom ?? ''} – ${boughtTo ?? ''}`,
    countText(ratio),
    sourceText(citation),
  ]);
  return `\n${say('prices/ratios')}\n\n${textTable(columns, cells)}`;
}

function packagesText(rows: readonly PackageRow[], { say }: Terminal): string {
  const columns: TextColumn[] = [
    { heading: say('table/package'), align: 'left' },
    { heading: say('prices/minutes'), align: 'right' },
    { heading: say('prices/packagePrice'), align: 'right' },
    { heading: say('table/price'), align: 'right' },
    { heading: say('prices/from'), align: 'left' },
    { heading: say('prices/to'), align: 'left' },
    { heading: say('prices/citation'), align: 'left' },
  ];
  const cells = rows.map((row) => [
    row.name,
    sizeText(row),
    row.price === null ? say('prices/custom') : amountText(row.price),
    priceText(row.unitPrice),
    row.from,
    row.to ?? '–',
    sourceText(row.citation),
  ]);
  return `\n${say('prices/packages')}\n\n${textTable(columns, cells)}`;
}

/** `toMinutes` is the first size that the price is no longer for. */
function sizeText({ minutes, fromMinutes, toMinutes }: PackageRow): string {
  if (minutes !== null) return countText(minutes);
  const last = toMinutes === null ? '' : ` ${countText(toMinutes - 1)}`;
  return `${countText(fromMinutes ?? 1)} –${last}`;
}

function sourceText({ document, date }: PriceRow['citation']): string {
  return oneLine(`${document}, ${date}`);
}

function conditionText(conditions: readonly ConditionRow[], language: Language): string {
  return conditions
    .map(({ kind, value }) => sentence(language, `prices:conditions/${kind}`, { value }))
    .join('; ');
}
