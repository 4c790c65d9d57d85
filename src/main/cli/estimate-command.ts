import { Option, type Command } from 'commander';
import { z } from 'zod';
import type { AvItem } from '../../shared/catalog/item';
import { estimate } from '../../shared/estimate/calculator';
import { packagesFor } from '../../shared/estimate/planned-usage';
import { DAYS_PER_MONTH, type UsagePlan } from '../../shared/estimate/usage-plan';
import { parseDecimal, type Decimal } from '../../shared/money/decimal';
import { isDay, type Day } from '../../shared/period/day';
import { shippedPriceBook } from '../engine/audit/price-books';
import { billingToday } from '../engine/estimate/billing-today';
import { adviceRow, estimateRow } from '../engine/estimate/estimate-rows';
import { chosenAccount } from './chosen-account';
import { CliFailure } from './cli-failure';
import { estimateJson, estimateText } from './estimate-text';
import { EXIT, type ExitCode } from './exit-code';
import { putJson } from './json-output';
import type { Terminal } from './terminal';

const TIERS = ['audio', 'sd', 'hd', 'fhd', '2k', '4k'] as const;

const sharedOptions = {
  tier: z.enum(TIERS),
  minutes: z.string(),
  days: z.string().default(String(DAYS_PER_MONTH)),
  account: z.string().optional(),
  workspace: z.string().optional(),
  site: z.enum(['cn', 'intl']).optional(),
  on: z.string().optional(),
  streams: z.enum(['durations', 'areas']).optional(),
  json: z.union([z.string(), z.literal(true)]).optional(),
};
const callOptions = z.object({ ...sharedOptions, calls: z.string(), users: z.string() });
const liveOptions = z.object({
  ...sharedOptions,
  rooms: z.string(),
  anchors: z.string(),
  audience: z.string(),
});
type SharedOptions = Pick<z.infer<typeof callOptions>, keyof typeof sharedOptions>;

/** `recount estimate`: what planned use would cost. */
export function addEstimateCommand(program: Command, { say }: Terminal): Command {
  return program.command('estimate').description(say('estimate/description')).helpCommand(false);
}

/** `recount estimate calls`: calls a day, users in a call, minutes of each. */
export function addEstimateCalls(group: Command, terminal: Terminal): Command {
  const { say } = terminal;
  const command = group
    .command('calls')
    .description(say('estimate/callsDescription'))
    .requiredOption('--calls <number>', say('estimate/calls'))
    .requiredOption('--users <number>', say('estimate/users'))
    .requiredOption('--minutes <number>', say('estimate/minutesPerUser'));
  return addSharedOptions(command, terminal);
}

/** `recount estimate live`: rooms a day, anchors and audience in a room, minutes of a session. */
export function addEstimateLive(group: Command, terminal: Terminal): Command {
  const { say } = terminal;
  const command = group
    .command('live')
    .description(say('estimate/liveDescription'))
    .requiredOption('--rooms <number>', say('estimate/rooms'))
    .requiredOption('--anchors <number>', say('estimate/anchors'))
    .requiredOption('--audience <number>', say('estimate/audience'))
    .requiredOption('--minutes <number>', say('estimate/minutesPerRoom'));
  return addSharedOptions(command, terminal);
}

function addSharedOptions(command: Command, { say }: Terminal): Command {
  return command
    .addOption(
      new Option('--tier <tier>', say('estimate/tier')).choices(TIERS).makeOptionMandatory(),
    )
    .option('--days <number>', say('estimate/days'))
    .addOption(new Option('--site <site>', say('prices/site')).choices(['cn', 'intl']))
    .option('--account <file>', say('audit/account'))
    .option('--workspace <file>', say('audit/workspace'))
    .option('--on <day>', say('estimate/on'))
    .addOption(
      new Option('--streams <rule>', say('estimate/streams')).choices(['durations', 'areas']),
    )
    .option('--json [out]', say('jsonOut'));
}

export async function runEstimateCalls(given: unknown, terminal: Terminal): Promise<ExitCode> {
  const options = callOptions.parse(given);
  const plan: UsagePlan = {
    kind: 'calls',
    ...sharedPlan(options),
    callsPerDay: numberOption('--calls', options.calls),
    usersPerCall: numberOption('--users', options.users),
    minutesPerUser: numberOption('--minutes', options.minutes),
  };
  return await showEstimate(plan, options, terminal);
}

export async function runEstimateLive(given: unknown, terminal: Terminal): Promise<ExitCode> {
  const options = liveOptions.parse(given);
  const plan: UsagePlan = {
    kind: 'live',
    ...sharedPlan(options),
    roomsPerDay: numberOption('--rooms', options.rooms),
    anchorsPerRoom: numberOption('--anchors', options.anchors),
    audiencePerRoom: numberOption('--audience', options.audience),
    minutesPerRoom: numberOption('--minutes', options.minutes),
  };
  return await showEstimate(plan, options, terminal);
}

function sharedPlan({ tier, days }: SharedOptions) {
  const item: AvItem = `av.${tier}`;
  return { item, daysPerMonth: numberOption('--days', days).toNumber() };
}

async function showEstimate(
  plan: UsagePlan,
  options: SharedOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const on = catalogueDay(options.on);
  const account = await chosenAccount(options);
  const { book } = shippedPriceBook(account.site);
  const streamRule =
    options.streams &&
    (options.streams === 'areas' ? ('sum-of-areas' as const) : ('sum-of-streams' as const));
  const result = estimate({ account, priceBook: book, plan, on, streamRule });
  if (!result.ok) throw new CliFailure(`estimate/problems/${result.error}`, { on });
  const shown = {
    site: account.site,
    estimate: estimateRow(result.value),
    advice: adviceRow(packagesFor(account, book, result.value)),
  };
  if (options.json !== undefined)
    await putJson(estimateJson(shown, terminal), options.json, terminal);
  if (options.json !== true && options.json !== '-') terminal.out(estimateText(shown, terminal));
  return EXIT.agreed;
}

function numberOption(option: string, text: string): Decimal {
  const value = parseDecimal(text);
  if (value === null) throw new CliFailure('badNumber', { option, value: text });
  return value;
}

/** The day whose prices and packages are taken: today on the billing clock where none is said. */
export function catalogueDay(text: string | undefined): Day {
  if (text === undefined) return billingToday(Date.now());
  if (!isDay(text)) throw new CliFailure('badDay', { option: '--on', value: text });
  return text;
}
