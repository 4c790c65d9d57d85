import type { Command } from 'commander';
import { z } from 'zod';
import { ITEMS } from '../../../shared/catalog/item';
import { causeField } from '../../../shared/contract/fields';
import type { RuleView } from '../../../shared/contract/decisions';
import { VERDICTS } from '../../../shared/decisions/decision';
import { sentence } from '../../engine/locale/sentence';
import { everyRow } from '../session/all-pages';
import { ask } from '../session/ask-engine';
import { CliFailure } from '../session/cli-failure';
import { dayOption } from '../options/day-option';
import { withEngine } from '../session/engine-session';
import { EXIT, type ExitCode } from '../session/exit-code';
import { putJson } from '../session/json-output';
import { textTable } from '../text/text-table';
import type { Terminal } from '../session/terminal';
import { openWorkspaceOf } from '../steps/workspace-run';

const ACTS = ['list', 'add', 'remove'] as const;

const optionsSchema = z.object({
  workspace: z.string(),
  cause: z.string().optional(),
  verdict: z.string().default('accept'),
  cap: z.string().optional(),
  until: z.string().optional(),
  item: z.string().optional(),
  app: z.string().optional(),
  note: z.string().default(''),
  automatic: z.boolean().default(false),
  rule: z.coerce.number().int().optional(),
  json: z.union([z.string(), z.literal(true)]).optional(),
});
type Options = z.infer<typeof optionsSchema>;

/** `recount rules`: decisions that repeat themselves; list them, add one, end one. */
export function addRulesCommand(program: Command, { language, say }: Terminal): Command {
  const own = (key: string) => sentence(language, `decisions:cli/${key}`);
  return program
    .command('rules')
    .description(own('rules'))
    .argument('[act]', ACTS.join(', '), 'list')
    .requiredOption('--workspace <file>', say('workspaceThere'))
    .option('--cause <cause>', own('ruleCause'))
    .option('--verdict <verdict>', VERDICTS.join(', '), 'accept')
    .option('--cap <amount>', own('ruleCap'))
    .option('--until <day>', own('ruleUntil'))
    .option('--item <item>', own('ruleItem'))
    .option('--app <sdkAppId>', own('ruleApp'))
    .option('--note <text>', own('note'))
    .option('--automatic', own('ruleAutomatic'))
    .option('--rule <number>', own('ruleNumber'))
    .option('--json [out]', say('jsonOut'));
}

export async function runRules(
  actText: string,
  given: unknown,
  terminal: Terminal,
): Promise<ExitCode> {
  const options = optionsSchema.parse(given);
  const act = oneOf(ACTS, actText);
  const rule = act === 'add' ? ruleOf(options) : null;
  if (act === 'remove' && options.rule === undefined)
    throw new CliFailure('decisions:cli/needRule');
  return await withEngine(async (transport) => {
    await openWorkspaceOf(transport, options);
    if (rule) await ask(transport, 'rules.add', rule);
    if (act === 'remove' && options.rule !== undefined)
      await ask(transport, 'rules.end', { id: options.rule });
    const rules = await everyRow((page) => ask(transport, 'rules.list', page));
    if (options.json !== undefined) await putJson({ rules }, options.json, terminal);
    else terminal.out(rulesText(terminal, rules));
    return EXIT.agreed;
  });
}

function oneOf<Name extends string>(names: readonly Name[], text: string): Name {
  const found = names.find((name) => name === text);
  if (found !== undefined) return found;
  throw new CliFailure('decisions:cli/badAct', { value: text, known: names.join(', ') });
}

function ruleOf({ cause, verdict, cap, until, item, app, note, automatic }: Options) {
  if (cause === undefined || cap === undefined || until === undefined)
    throw new CliFailure('decisions:cli/needRuleTerms');
  return {
    cause: oneOf(causeField.options, cause),
    item: item === undefined ? null : oneOf(ITEMS, item),
    sdkAppId: app ?? null,
    verdict: oneOf(VERDICTS, verdict),
    cap,
    until: dayOption('--until', until),
    note,
    automatic,
  };
}

function rulesText({ language }: Terminal, rules: readonly RuleView[]): string {
  const own = (key: string, params = {}) => sentence(language, `decisions:${key}`, params);
  if (rules.length === 0) return `${own('cli/empty')}\n`;
  return textTable(
    [
      { heading: own('rules/title'), align: 'left' },
      { heading: own('column'), align: 'left' },
      { heading: own('rules/scope'), align: 'left' },
      { heading: own('rules/cap'), align: 'left' },
      { heading: own('rules/until'), align: 'left' },
      { heading: own('panel/note'), align: 'left' },
    ],
    rules.map(({ id, cause, item, sdkAppId, verdict, cap, used, until, note, ...rule }) => [
      [
        own('rules/number', { rule: id }),
        own(rule.automatic ? 'rules/decides' : 'rules/proposes'),
        ...(rule.endedAt === null ? [] : [own('rules/ended')]),
        ...(rule.stopped === null ? [] : [own(`rules/stopped/${rule.stopped}`)]),
      ].join(', '),
      own(`verdicts/${verdict}`),
      [
        sentence(language, `terms:causes/${cause}`),
        item ?? own('rules/anyItem'),
        sdkAppId ?? own('rules/anyApp'),
      ].join(', '),
      own('rules/used', { usedAmount: used, capAmount: cap }),
      until,
      note,
    ]),
  );
}
