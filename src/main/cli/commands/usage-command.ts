import type { Command } from 'commander';
import type { ChargeRow } from '../../../shared/contract/audits';
import { countText } from '../../engine/locale/number-text';
import { term } from '../../engine/locale/sentence';
import { auditRun } from '../steps/audit-run';
import { daysText } from '../text/audit-text';
import { allPages } from '../session/all-pages';
import { ask } from '../session/ask-engine';
import { withEngine } from '../session/engine-session';
import { EXIT, type ExitCode } from '../session/exit-code';
import { addViewOptions, takeInView, viewOptionsSchema } from '../steps/view-options';
import { textTable, type TextColumn } from '../text/text-table';
import type { Terminal } from '../session/terminal';
import { periodOf } from '../options/period-option';

/** `recount usage`: metered minutes per day, application and item, and what covered them. */
export function addUsageCommand(program: Command, terminal: Terminal): Command {
  return addViewOptions(
    program.command('usage').description(terminal.say('usage/description')),
    terminal,
  );
}

export async function runUsage(given: unknown, terminal: Terminal): Promise<ExitCode> {
  const options = viewOptionsSchema.parse(given);
  const period = periodOf(options);
  return await withEngine(async (transport) => {
    await takeInView(transport, terminal, options);
    const run = await auditRun(transport, terminal, period);
    const rows: ChargeRow[] = [];
    const charges = allPages((page) =>
      ask(transport, 'audits.charges', { runId: run.id, ...page }),
    );
    for await (const row of charges) rows.push(row);
    terminal.out(usageText(rows, terminal));
    return EXIT.agreed;
  });
}

function usageText(rows: readonly ChargeRow[], { say, language }: Terminal): string {
  const columns: TextColumn[] = [
    { heading: say('table/period'), align: 'left' },
    { heading: say('table/application'), align: 'left' },
    { heading: say('table/item'), align: 'left' },
    ...(['seconds', 'metered', 'trial', 'package', 'billable'] as const).map((key) => ({
      heading: say(`table/${key}`),
      align: 'right' as const,
    })),
  ];
  const total = (of: (row: ChargeRow) => number) =>
    countText(rows.reduce((sum, row) => sum + of(row), 0));
  return textTable(
    columns,
    rows.map((row) => [
      daysText(row.periodStart, row.periodEnd),
      row.sdkAppId,
      term(language, 'items', row.item),
      row.seconds === null ? '–' : countText(row.seconds),
      countText(row.meteredMinutes),
      countText(row.trialMinutes),
      countText(row.packageMinutes),
      countText(row.billableMinutes),
    ]),
    [
      say('table/total'),
      '',
      '',
      '',
      total((row) => row.meteredMinutes),
      total((row) => row.trialMinutes),
      total((row) => row.packageMinutes),
      total((row) => row.billableMinutes),
    ],
  );
}
