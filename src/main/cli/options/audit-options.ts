import type { Command } from 'commander';
import { z } from 'zod';
import { parseDecimal, ZERO, type Decimal } from '../../../shared/money/decimal';
import { BRIDGE_DIMENSIONS } from '../../../shared/reconcile/bridge/bridge-by';
import type { DifferenceLimits } from '../../../shared/account/account';
import { sentence } from '../../engine/locale/sentence';
import { CliFailure } from '../session/cli-failure';
import { checkTarget } from '../session/json-output';
import { addOverrideOptions, overrideOptionsSchema } from './override-options';
import { addPeriodOptions, periodOptionsSchema } from './period-option';
import type { Terminal } from '../session/terminal';

/** The options of `recount audit` as the command line gives them. */
const auditOptionsSchema = overrideOptionsSchema.extend({
  account: z.string().optional(),
  /** Named without saying what they are: each tells by its header. */
  files: z.array(z.string()),
  usage: z.array(z.string()).default([]),
  bill: z.array(z.string()).default([]),
  ...periodOptionsSchema.shape,
  workspace: z.string().optional(),
  /** `--json` alone means standard output, as `-` does. */
  json: z.union([z.string(), z.literal(true).transform(() => '-')]).optional(),
  report: z.string().optional(),
  failOver: z.string().optional(),
  limit: z.string().optional(),
  limitPercent: z.string().optional(),
  sample: z.boolean().default(false),
  bridgeBy: z.enum(BRIDGE_DIMENSIONS).optional(),
});
export type AuditOptions = z.infer<typeof auditOptionsSchema>;

/** What a command was given, checked: the files it names, then its options. Throws what {@link checkSources} throws. */
export async function auditOptionsOf(
  files: readonly string[],
  given: object,
): Promise<AuditOptions> {
  const options = auditOptionsSchema.parse({ ...given, files });
  checkSources(options);
  await checkTarget(options.json);
  return options;
}

/** What every command that compares a bill takes; what it writes and its sample are its own to name. */
export function addAuditOptions(command: Command, terminal: Terminal): Command {
  const { say, language } = terminal;
  addOverrideOptions(command.argument('[files...]', say('audit/files')), terminal)
    .option('--account <file>', say('audit/account'))
    .option('--usage <file...>', say('audit/usage'))
    .option('--bill <file...>', say('audit/bill'));
  return addPeriodOptions(command, terminal)
    .option('--workspace <file>', say('audit/workspace'))
    .option('--fail-over <amount>', say('audit/failOver'))
    .option('--limit <amount>', sentence(language, 'decisions:cli/limit'))
    .option('--limit-percent <number>', sentence(language, 'decisions:cli/limitPercent'));
}

/** The largest difference that is still accepted, 0 where nothing is said. */
export function failOverOf({ failOver }: Pick<AuditOptions, 'failOver'>): Decimal {
  if (failOver === undefined) return ZERO;
  const threshold = parseDecimal(failOver);
  if (!threshold || threshold.isNegative())
    throw new CliFailure('badAmount', { option: '--fail-over', value: failOver });
  return threshold;
}

/** Refuses options that say nothing to audit, or two different things. */
function checkSources(options: AuditOptions): void {
  const files = [...options.files, ...options.usage, ...options.bill];
  const given = [options.account, options.workspace, ...files];
  if (options.sample) {
    if (given.some((value) => value !== undefined)) throw new CliFailure('sampleAlone');
  } else if (files.length === 0 && options.workspace === undefined)
    throw new CliFailure('nothingToAudit');
}

/** The user's limits as the command line gives them; undefined: those of the account hold. */
export function limitsOf({
  limit,
  limitPercent,
}: Pick<AuditOptions, 'limit' | 'limitPercent'>): DifferenceLimits | undefined {
  if (limit === undefined && limitPercent === undefined) return undefined;
  const amount = (option: string, value: string | undefined) => {
    if (value === undefined) return undefined;
    const parsed = parseDecimal(value);
    if (!parsed || parsed.isNegative()) throw new CliFailure('badAmount', { option, value });
    return parsed;
  };
  return {
    absolute: amount('--limit', limit),
    percent: amount('--limit-percent', limitPercent),
  };
}
