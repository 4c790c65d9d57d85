import { Option, type Command } from 'commander';
import { z } from 'zod';
import type { AvItem } from '../../../shared/catalog/item';
import type { PlanEstimate } from '../../../shared/contract/estimates';
import { tierMix } from '../../../shared/contract/tier-mix';
import type { Transport } from '../../../shared/contract/transport';
import { DAYS_PER_MONTH } from '../../../shared/estimate/usage-plan';
import { parseDecimal, toText } from '../../../shared/money/decimal';
import type { Day } from '../../../shared/period/day';
import { billingToday } from '../../engine/estimate/billing-today';
import { ask } from '../session/ask-engine';
import { withChosenAccount } from '../steps/chosen-account';
import { CliFailure } from '../session/cli-failure';
import { estimateJson, estimateText } from '../text/estimate-text';
import { dayOption } from '../options/day-option';
import { EXIT, type ExitCode } from '../session/exit-code';
import { putJson } from '../session/json-output';
import type { Terminal } from '../session/terminal';

const STREAM_RULE_OF = { durations: 'sum-of-streams', areas: 'sum-of-areas' } as const;
/** `mix`: every tier of the workspace's newest month, as it was used. */
const MIX = 'mix';
const TIERS = ['audio', 'sd', 'hd', 'fhd', '2k', '4k', MIX] as const;

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
  const plan = {
    ...sharedPlan(options),
    callsPerDay: numberOption('--calls', options.calls),
    usersPerCall: numberOption('--users', options.users),
    minutesPerUser: numberOption('--minutes', options.minutes),
  };
  const ofPlan = async (transport: Transport) =>
    ask(transport, 'estimate.calls', { ...plan, ...(await mixOf(transport, options)) });
  return await showEstimate(await withChosenAccount(options, ofPlan), options, terminal);
}

export async function runEstimateLive(given: unknown, terminal: Terminal): Promise<ExitCode> {
  const options = liveOptions.parse(given);
  const plan = {
    ...sharedPlan(options),
    roomsPerDay: numberOption('--rooms', options.rooms),
    anchorsPerRoom: numberOption('--anchors', options.anchors),
    audiencePerRoom: numberOption('--audience', options.audience),
    minutesPerRoom: numberOption('--minutes', options.minutes),
  };
  const ofPlan = async (transport: Transport) =>
    ask(transport, 'estimate.live', { ...plan, ...(await mixOf(transport, options)) });
  return await showEstimate(await withChosenAccount(options, ofPlan), options, terminal);
}

function sharedPlan({ tier, days, site, on, streams }: SharedOptions) {
  // Beside a mix no tier counts.
  const item: AvItem = tier === MIX ? 'av.audio' : `av.${tier}`;
  return {
    item,
    daysPerMonth: Number(numberOption('--days', days)),
    site: site ?? null,
    on: catalogueDay(on),
    streamRule: streams === undefined ? null : STREAM_RULE_OF[streams],
  };
}

/** The tiers of the newest month that has usage, where these are asked for. */
async function mixOf(transport: Transport, { tier, workspace }: SharedOptions) {
  if (tier !== MIX) return {};
  if (workspace === undefined) throw new CliFailure('estimate/noMix');
  const months = await ask(transport, 'audits.months', {});
  const newest = months.find(({ usageRows }) => usageRows > 0);
  if (!newest) throw new CliFailure('estimate/noMix');
  const mix = tierMix(
    await ask(transport, 'usage.series', {
      period: newest.period,
      filter: { onlyGaps: false },
      by: 'item',
      series: 12,
    }),
  );
  if (mix.length === 0) throw new CliFailure('estimate/noMix');
  return { mix: [...mix] };
}

async function showEstimate(
  answer: PlanEstimate,
  { json }: SharedOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  if (answer.kind === 'problem')
    throw new CliFailure(`estimate/problems/${answer.problem}`, { on: answer.on });
  if (json !== undefined) await putJson(estimateJson(answer, terminal), json, terminal);
  if (json !== true && json !== '-') terminal.out(estimateText(answer, terminal));
  return EXIT.agreed;
}

/** A plain decimal, as text. */
function numberOption(option: string, text: string): string {
  const value = parseDecimal(text);
  if (value === null) throw new CliFailure('badNumber', { option, value: text });
  return toText(value);
}

/** The day whose prices and packages are taken: today on the billing clock where none is said. */
export function catalogueDay(text: string | undefined): Day {
  if (text === undefined) return billingToday(Date.now());
  return dayOption('--on', text);
}
