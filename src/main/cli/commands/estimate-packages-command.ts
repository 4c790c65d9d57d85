import type { Command } from 'commander';
import { z } from 'zod';
import { adviceResultSchema, type AdviceResult } from '../../../shared/contract/estimates';
import { addDays } from '../../../shared/period/day';
import type { ReplayedMonths } from '../../engine/estimate/advise-packages';
import { amountText } from '../../engine/locale/number-text';
import { sentence, term } from '../../engine/locale/sentence';
import { adviceText } from '../text/advice-text';
import { ask, runJob } from '../session/ask-engine';
import { CliFailure } from '../session/cli-failure';
import { withEngine } from '../session/engine-session';
import { catalogueDay } from './estimate-command';
import { EXIT, type ExitCode } from '../session/exit-code';
import { putJson } from '../session/json-output';
import { progressLine } from '../text/progress-line';
import type { Terminal } from '../session/terminal';
import { addViewOptions, takeInView, viewOptionsSchema } from '../steps/view-options';
import { periodOf } from '../options/period-option';

const DEFAULT_MONTHS = '12';

const optionsSchema = viewOptionsSchema.extend({
  months: z.string().default(DEFAULT_MONTHS),
  on: z.string().optional(),
  json: z.union([z.string(), z.literal(true)]).optional(),
});

/** `recount estimate packages`: which packages would have cost least for past usage. */
export function addEstimatePackages(group: Command, terminal: Terminal): Command {
  const { say } = terminal;
  return addViewOptions(
    group.command('packages').description(say('estimate/packagesDescription')),
    terminal,
  )
    .option('--months <number>', say('estimate/months'))
    .option('--on <day>', say('estimate/catalogueDay'))
    .option('--json [out]', say('jsonOut'));
}

export async function runEstimatePackages(given: unknown, terminal: Terminal): Promise<ExitCode> {
  const options = optionsSchema.parse(given);
  const months = periodOf(options) ?? lastMonths(options.months);
  const on = catalogueDay(options.on);
  const advised = await withEngine(async (transport) => {
    await takeInView(transport, terminal, options);
    const progress = progressLine(terminal);
    try {
      const start = () => ask(transport, 'estimate.advise', { months, on });
      return adviceResultSchema.parse(await runJob(transport, start, progress.show));
    } finally {
      progress.clear();
    }
  });
  const { site, advice } = advised;
  if (options.json !== undefined)
    await putJson({ kind: 'advice', site, on, ...advice }, options.json, terminal);
  if (options.json !== true && options.json !== '-') terminal.out(textOf(advised, terminal));
  return EXIT.agreed;
}

function lastMonths(text: string): ReplayedMonths {
  const last = Number(text);
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(last) || last < 1)
    throw new CliFailure('badNumber', { option: '--months', value: text });
  return { last };
}

function textOf({ site, on, advice }: AdviceResult, terminal: Terminal): string {
  const { language } = terminal;
  const say = (key: string, params = {}) => sentence(language, `estimate:${key}`, params);
  const { from, to } = advice.period;
  const replayed = say('advice/replayed', { from, lastDay: addDays(to, -1), on });
  return [
    `${term(language, 'sites', site)} · ${advice.currency} · ${replayed}\n`,
    `${say('advice/withoutPackages')}: ${amountText(advice.payAsYouGo)}\n\n`,
    adviceText(advice, terminal),
  ].join('');
}
