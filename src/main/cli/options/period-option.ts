import type { Command } from 'commander';
import { z } from 'zod';
import { monthOf, type Period } from '../../../shared/period/period';
import { CliFailure } from '../session/cli-failure';
import { dayOption } from './day-option';
import type { Terminal } from '../session/terminal';

/** The days that a command is about, as the command line gives them. */
export const periodOptionsSchema = z.object({
  month: z.string().optional(),
  from: z.string().optional(),
  to: z.string().optional(),
});

export function addPeriodOptions(command: Command, { say }: Terminal): Command {
  return command
    .option('--month <yyyy-mm>', say('audit/month'))
    .option('--from <day>', say('audit/from'))
    .option('--to <day>', say('audit/to'));
}

/** `--month` or `--from` with `--to` (not included); null: everything. */
export function periodOf({ month, from, to }: z.infer<typeof periodOptionsSchema>): Period | null {
  if (month !== undefined) {
    if (from !== undefined || to !== undefined) throw new CliFailure('monthAndDays');
    return monthOf(dayOption('--month', `${month}-01`, month));
  }
  if (from === undefined && to === undefined) return null;
  if (from === undefined || to === undefined) throw new CliFailure('fromAndTo');
  const period = { from: dayOption('--from', from), to: dayOption('--to', to) };
  if (period.from >= period.to) throw new CliFailure('emptyPeriod', period);
  return period;
}
