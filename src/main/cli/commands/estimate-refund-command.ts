import { Option, type Command } from 'commander';
import { z } from 'zod';
import { parseDecimal, toText, type Decimal } from '../../../shared/money/decimal';
import { refundOf, type Refund, type RefundRequest } from '../../../shared/pricing/refund';
import type { TraceStep } from '../../../shared/trace';
import { shippedPriceBook } from '../../engine/audit/price-books';
import { amountText, priceText } from '../../engine/locale/number-text';
import { sentence, term } from '../../engine/locale/sentence';
import { CliFailure } from '../session/cli-failure';
import { dayOption } from '../options/day-option';
import { EXIT, type ExitCode } from '../session/exit-code';
import { putJson } from '../session/json-output';
import type { Terminal } from '../session/terminal';
import { oneLine } from '../text/text-table';

const ORIGINS = ['purchase', 'trial', 'gift'] as const;

const optionsSchema = z.object({
  site: z.enum(['cn', 'intl']),
  cash: z.string(),
  used: z.string(),
  delivered: z.string(),
  requested: z.string(),
  discount: z.string(),
  origin: z.enum(ORIGINS),
  fullRefundTaken: z.boolean().default(false),
  json: z.union([z.string(), z.literal(true)]).optional(),
});

/** `recount estimate refund`: what comes back for a package that is given back, step by step. */
export function addEstimateRefund(group: Command, { say, language }: Terminal): Command {
  const own = (key: string) => sentence(language, `refund:${key}`);
  return group
    .command('refund')
    .description(own('description'))
    .requiredOption('--cash <amount>', own('cash'))
    .requiredOption('--used <minutes>', own('used'))
    .requiredOption('--delivered <day>', own('delivered'))
    .requiredOption('--requested <day>', own('requested'))
    .option('--discount <factor>', own('discount'), '1')
    .addOption(new Option('--origin <origin>', own('origin')).choices(ORIGINS).default('purchase'))
    .option('--full-refund-taken', own('fullRefundTaken'))
    .addOption(
      new Option('--site <site>', say('prices/site')).choices(['cn', 'intl']).default('cn'),
    )
    .option('--json [out]', say('jsonOut'));
}

export async function runEstimateRefund(given: unknown, terminal: Terminal): Promise<ExitCode> {
  const { site, json, ...options } = optionsSchema.parse(given);
  const { book } = shippedPriceBook(site);
  const refund = refundOf(book, requestOf(options));
  if (json !== undefined)
    await putJson(
      {
        kind: 'refund',
        site,
        currency: book.currency,
        refund: refund.kind,
        amount: toText(refund.amount),
        steps: refund.steps.map((step) => ({ ...step, text: stepText(step, terminal) })),
      },
      json,
      terminal,
    );
  if (json !== true && json !== '-') {
    const head = `${term(terminal.language, 'sites', site)} · ${book.currency}\n`;
    terminal.out(`${head}${refundText(refund, terminal)}`);
  }
  return EXIT.agreed;
}

function requestOf(options: Omit<z.infer<typeof optionsSchema>, 'site' | 'json'>): RefundRequest {
  const used = number('--used', options.used);
  if (!used.isInteger())
    throw new CliFailure('badNumber', { option: '--used', value: options.used });
  return {
    origin: options.origin,
    deliveredOn: dayOption('--delivered', options.delivered),
    requestedOn: dayOption('--requested', options.requested),
    cashPaid: number('--cash', options.cash),
    usedMinutes: used.toNumber(),
    discount: number('--discount', options.discount),
    fullRefundTaken: options.fullRefundTaken,
  };
}

function number(option: string, text: string): Decimal {
  const value = parseDecimal(text);
  if (value === null || value.isNegative())
    throw new CliFailure('badNumber', { option, value: text });
  return value;
}

function refundText({ kind, amount, steps }: Refund, terminal: Terminal): string {
  const values = steps.map(({ unit, value }) =>
    unit === 'price' ? priceText(value) : amountText(value),
  );
  const width = Math.max(...values.map((value) => value.length));
  const own = (key: string, params = {}) => sentence(terminal.language, `refund:${key}`, params);
  return [
    ...steps.map(
      (step, index) =>
        `  ${(values[index] ?? '').padStart(width)}  ${oneLine(stepText(step, terminal))}\n`,
    ),
    `${own(`kinds/${kind}`, { refundAmount: toText(amount) })}\n`,
  ].join('');
}

function stepText({ rule, inputs }: TraceStep, { language }: Terminal): string {
  return sentence(language, `estimate:steps/${rule}`, inputs);
}
