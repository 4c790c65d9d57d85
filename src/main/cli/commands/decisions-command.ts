import { resolve } from 'node:path';
import type { Command } from 'commander';
import { z } from 'zod';
import type { ComparisonFilter } from '../../../shared/contract/audits';
import { causeField } from '../../../shared/contract/fields';
import type { DecisionView } from '../../../shared/contract/decision-records';
import type { Input } from '../../../shared/contract/contract';
import type { ActResult, RowChoice } from '../../../shared/contract/decisions';
import type { Transport } from '../../../shared/contract/transport';
import type { Day } from '../../../shared/period/day';
import { amountText, decimalsOf } from '../../engine/locale/number-text';
import { sentence } from '../../engine/locale/sentence';
import { allPages } from '../session/all-pages';
import { actArgument } from '../options/act-argument';
import { ask } from '../session/ask-engine';
import { CliFailure } from '../session/cli-failure';
import { withEngine } from '../session/engine-session';
import { EXIT, type ExitCode } from '../session/exit-code';
import { putJson } from '../session/json-output';
import { textTable } from '../text/text-table';
import type { Terminal } from '../session/terminal';
import { dayOption } from '../options/day-option';
import {
  addMonthOptions,
  monthOptionsSchema,
  openWorkspaceOf,
  runOfMonth,
} from '../steps/workspace-run';
import { periodOf } from '../options/period-option';

const ACTS = ['accept', 'dispute', 'ask', 'confirm', 'clear', 'take'] as const;

const listOptions = monthOptionsSchema.extend({
  json: z.union([z.string(), z.literal(true)]).optional(),
});
const decideOptions = monthOptionsSchema.extend({
  id: z.array(z.string()).optional(),
  cause: z.string().optional(),
  all: z.boolean().default(false),
  note: z.string().optional(),
  due: z.string().optional(),
  attach: z.array(z.string()).default([]),
});

const own = ({ language }: Terminal, key: string, params = {}) =>
  sentence(language, `decisions:${key}`, params);

/** `recount decisions`: what was decided, and what no longer stands. */
export function addDecisionsCommand(program: Command, terminal: Terminal): Command {
  const command = program.command('decisions').description(own(terminal, 'cli/decisions'));
  return addMonthOptions(command, terminal).option('--json [out]', terminal.say('jsonOut'));
}

export async function runDecisions(given: unknown, terminal: Terminal): Promise<ExitCode> {
  const options = listOptions.parse(given);
  const period = periodOf(options);
  return await withEngine(async (transport) => {
    await openWorkspaceOf(transport, options);
    const decisions: DecisionView[] = [];
    const pages = allPages((page) => ask(transport, 'decisions.list', { period, ...page }));
    for await (const decision of pages) decisions.push(decision);
    if (options.json !== undefined) await putJson({ decisions }, options.json, terminal);
    else terminal.out(decisionsText(terminal, decisions));
    return EXIT.agreed;
  });
}

function decisionsText(terminal: Terminal, decisions: readonly DecisionView[]): string {
  if (decisions.length === 0) return `${own(terminal, 'cli/empty')}\n`;
  const { say } = terminal;
  const decimals = decimalsOf(decisions.map(({ basis }) => basis.difference));
  return textTable(
    [
      { heading: own(terminal, 'column'), align: 'left' },
      { heading: 'id', align: 'left' },
      { heading: say('table/difference'), align: 'right' },
      { heading: own(terminal, 'panel/due'), align: 'left' },
      { heading: own(terminal, 'panel/note'), align: 'left' },
    ],
    decisions.map(({ verdict, key, basis, dueOn, note, origin, stands }) => [
      [
        own(terminal, `verdicts/${verdict}`),
        ...(origin.kind === 'person' ? [] : [own(terminal, `origin/${origin.kind}`, origin)]),
        ...(stands ? [] : [own(terminal, 'stale')]),
      ].join(', '),
      key,
      amountText(basis.difference, decimals),
      dueOn ?? '',
      note,
    ]),
  );
}

/** `recount decide`: what the window's Accept, Dispute and Ask do. */
export function addDecideCommand(program: Command, terminal: Terminal): Command {
  const command = program
    .command('decide')
    .description(own(terminal, 'cli/decide'))
    .argument('<act>', own(terminal, 'cli/act'));
  return addMonthOptions(command, terminal)
    .option('--id <id...>', own(terminal, 'cli/ids'))
    .option('--cause <cause>', own(terminal, 'cli/cause'))
    .option('--all', own(terminal, 'cli/all'))
    .option('--note <text>', own(terminal, 'cli/note'))
    .option('--due <day>', own(terminal, 'cli/due'))
    .option('--attach <file...>', own(terminal, 'cli/attach'));
}

export async function runDecide(
  actText: string,
  given: unknown,
  terminal: Terminal,
): Promise<ExitCode> {
  const options = decideOptions.parse(given);
  const act = actArgument(ACTS, actText);
  const dueOn = dueDay(options.due);
  const rows = rowsOf(options);
  const files = attachmentsTo(options, act);
  return await withEngine(async (transport) => {
    const { id: runId } = await runOfMonth(transport, terminal, options);
    const { note } = options;
    const { changed } = await decided(transport, act, { runId, rows }, { note, dueOn });
    for (const { comparisonId, path } of files)
      await ask(transport, 'decisions.attach', { runId, comparisonId, path });
    terminal.out(`${own(terminal, 'cli/changed', { count: changed })}\n`);
    return EXIT.agreed;
  });
}

/** A file is kept beside differences that are named one by one, and not beside what is being cleared. */
function attachmentsTo(
  { attach, id = [] }: z.infer<typeof decideOptions>,
  act: (typeof ACTS)[number],
): { readonly comparisonId: string; readonly path: string }[] {
  if (attach.length > 0 && (id.length === 0 || act === 'clear'))
    throw new CliFailure('decisions:cli/attachNeedsId');
  return id.flatMap((comparisonId) =>
    attach.map((path) => ({ comparisonId, path: resolve(path) })),
  );
}

type Decision = Pick<Input<'decisions.set'>, 'note' | 'dueOn'>;

async function decided(
  transport: Transport,
  act: (typeof ACTS)[number],
  which: { readonly runId: number; readonly rows: RowChoice },
  decision: Decision,
): Promise<ActResult> {
  switch (act) {
    case 'clear':
      return await ask(transport, 'decisions.clear', which);
    case 'confirm':
      return await ask(transport, 'decisions.confirm', which);
    case 'take':
      return await ask(transport, 'decisions.takeProposals', which);
    default:
      return await ask(transport, 'decisions.set', { ...which, verdict: act, ...decision });
  }
}

function dueDay(text: string | undefined): Day | undefined {
  return text === undefined ? undefined : dayOption('--due', text);
}

function rowsOf(options: z.infer<typeof decideOptions>): RowChoice {
  if (options.id) return { ids: options.id };
  const filter: ComparisonFilter = { onlyDiscrepancies: true };
  if (options.cause !== undefined) {
    const cause = causeField.safeParse(options.cause);
    if (cause.success) return { filter: { ...filter, cause: [cause.data] } };
    const known = causeField.options.join(', ');
    throw new CliFailure('decisions:cli/badAct', { value: options.cause, known });
  }
  if (options.all) return { filter };
  throw new CliFailure('decisions:cli/needRows');
}
