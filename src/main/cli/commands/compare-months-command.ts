import type { Command } from 'commander';
import { z } from 'zod';
import type { MonthComparison } from '../../../shared/contract/months';
import { decimal, toText } from '../../../shared/money/decimal';
import { invariant } from '../../../shared/invariant';
import { amountText, decimalsOf } from '../../engine/locale/number-text';
import { sentence, term } from '../../engine/locale/sentence';
import { ask } from '../session/ask-engine';
import { signed } from '../text/audit-text';
import { CliFailure } from '../session/cli-failure';
import { withEngine } from '../session/engine-session';
import { EXIT, type ExitCode } from '../session/exit-code';
import { putJson } from '../session/json-output';
import { textTable } from '../text/text-table';
import type { Terminal } from '../session/terminal';
import { currentRun, openWorkspaceOf } from '../steps/workspace-run';
import { periodOf } from '../options/period-option';

const SIDES = ['billed', 'expected'] as const;
const EFFECTS = ['volume', 'price', 'mix', 'new', 'gone'] as const;

const optionsSchema = z.object({
  workspace: z.string(),
  month: z.string(),
  before: z.string(),
  side: z.string().default('billed'),
  json: z.union([z.string(), z.literal(true)]).optional(),
});

const own = ({ language }: Terminal, key: string, params = {}) =>
  sentence(language, `decisions:${key}`, params);

/** `recount compare-months`: why a month costs more or less than another. */
export function addCompareMonthsCommand(program: Command, terminal: Terminal): Command {
  return program
    .command('compare-months')
    .description(own(terminal, 'cli/compare'))
    .requiredOption('--workspace <file>', terminal.say('workspaceThere'))
    .requiredOption('--before <yyyy-mm>', own(terminal, 'cli/before'))
    .requiredOption('--month <yyyy-mm>', own(terminal, 'cli/after'))
    .option('--side <side>', own(terminal, 'cli/side'))
    .option('--json [out]', terminal.say('jsonOut'));
}

export async function runCompareMonths(given: unknown, terminal: Terminal): Promise<ExitCode> {
  const options = optionsSchema.parse(given);
  const side = z.enum(SIDES).safeParse(options.side);
  if (!side.success)
    throw new CliFailure('decisions:cli/badAct', { value: options.side, known: SIDES.join(', ') });
  const before = periodOf({ month: options.before, from: undefined, to: undefined });
  const after = periodOf({ month: options.month, from: undefined, to: undefined });
  invariant(before && after, 'both months are required');
  return await withEngine(async (transport) => {
    await openWorkspaceOf(transport, options);
    await currentRun(transport, terminal, before);
    await currentRun(transport, terminal, after);
    const months = await ask(transport, 'months.compare', { before, after, side: side.data });
    if (options.json !== undefined) await putJson(months, options.json, terminal);
    else terminal.out(monthsText(terminal, months, options));
    return EXIT.agreed;
  });
}

function monthsText(
  terminal: Terminal,
  { side, currency, before, after, effects, changes }: MonthComparison,
  names: { readonly before: string; readonly month: string },
): string {
  const change = toText(decimal(after).minus(decimal(before)));
  const rows = EFFECTS.map((effect) => effects[effect]);
  const decimals = decimalsOf([before, after, ...rows]);
  const head = textTable(
    [
      { heading: own(terminal, `months/side/${side}`), align: 'left' },
      { heading: currency, align: 'right' },
    ],
    [
      [names.before, amountText(before, decimals)],
      ...EFFECTS.map((effect) => [
        `${own(terminal, `months/effects/${effect}`)} (${own(terminal, `months/lead/${effect}`)})`,
        signed(effects[effect], decimals),
      ]),
      [own(terminal, 'months/total'), signed(change, decimals)],
    ],
    [names.month, amountText(after, decimals)],
  );
  const { language, say } = terminal;
  const list = textTable(
    [
      { heading: say('table/application'), align: 'left' },
      { heading: say('table/item'), align: 'left' },
      ...EFFECTS.map((effect) => ({
        heading: own(terminal, `months/effects/${effect}`),
        align: 'right' as const,
      })),
    ],
    changes.map((row) => [
      row.appName ?? row.sdkAppId ?? '–',
      row.item === null ? '–' : term(language, 'items', row.item),
      ...EFFECTS.map((effect) => signed(row.effects[effect], decimals)),
    ]),
  );
  return `${head}\n${list}`;
}
