import type { Command } from 'commander';
import { z } from 'zod';
import { ITEMS } from '../../../shared/catalog/item';
import type { Output } from '../../../shared/contract/contract';
import type { StoredPin } from '../../../shared/contract/decision-records';
import { itemField } from '../../../shared/contract/fields';
import { addDays } from '../../../shared/period/day';
import { sentence } from '../../engine/locale/sentence';
import { actArgument } from '../options/act-argument';
import { everyRow } from '../session/all-pages';
import { ask } from '../session/ask-engine';
import { CliFailure } from '../session/cli-failure';
import { dayOption } from '../options/day-option';
import { withEngine } from '../session/engine-session';
import { EXIT, type ExitCode } from '../session/exit-code';
import { putJson } from '../session/json-output';
import { oneLine } from '../text/text-table';
import type { Terminal } from '../session/terminal';
import {
  addMonthOptions,
  monthOptionsSchema,
  openWorkspaceOf,
  runOfMonth,
} from '../steps/workspace-run';

const ACTS = ['list', 'confirm', 'split', 'place', 'forget'] as const;

const optionsSchema = monthOptionsSchema.extend({
  id: z.array(z.string()).default([]),
  app: z.string().optional(),
  item: z.string().optional(),
  firstDay: z.string().optional(),
  lastDay: z.string().optional(),
  json: z.union([z.string(), z.literal(true)]).optional(),
});

/** `recount matches`: what was said about matches; confirm one, take one apart, place its lines, forget what was said. */
export function addMatchesCommand(program: Command, terminal: Terminal): Command {
  const own = (key: string) => sentence(terminal.language, `decisions:cli/${key}`);
  const command = program
    .command('matches')
    .description(own('matches'))
    .argument('<act>', ACTS.join(', '));
  return addMonthOptions(command, terminal)
    .option('--id <id...>', own('ids'))
    .option('--app <sdkAppId>', own('placeApp'))
    .option('--item <item>', own('placeItem'))
    .option('--first-day <day>', own('placeFirstDay'))
    .option('--last-day <day>', own('placeLastDay'))
    .option('--json [out]', terminal.say('jsonOut'));
}

export async function runMatches(
  actText: string,
  given: unknown,
  terminal: Terminal,
): Promise<ExitCode> {
  const options = optionsSchema.parse(given);
  const verb = actArgument(ACTS, actText);
  if (verb !== 'list' && options.id.length === 0) throw new CliFailure('decisions:cli/needMatches');
  const place = verb === 'place' ? placeOf(options) : null;
  return await withEngine(async (transport) => {
    if (verb === 'list' || verb === 'forget') {
      await openWorkspaceOf(transport, options);
      for (const key of options.id)
        if (verb === 'forget') await ask(transport, 'matches.forget', { key });
    } else {
      const { id: runId } = await runOfMonth(transport, terminal, options);
      for (const comparisonId of options.id)
        if (place) await ask(transport, 'matches.place', { runId, comparisonId, ...place });
        else if (verb !== 'place') await ask(transport, `matches.${verb}`, { runId, comparisonId });
    }
    const pins = await everyRow((page) => ask(transport, 'matches.pins', page));
    if (options.json !== undefined) await putJson({ pins }, options.json, terminal);
    else terminal.out(pinsText(terminal, pins));
    return EXIT.agreed;
  });
}

/** Where the lines are to stand; all of it must be said. */
function placeOf({ app, item, firstDay, lastDay }: z.infer<typeof optionsSchema>) {
  if (app === undefined || item === undefined || firstDay === undefined)
    throw new CliFailure('decisions:cli/needPlace');
  const known = itemField.safeParse(item);
  if (!known.success)
    throw new CliFailure('decisions:cli/badAct', { value: item, known: ITEMS.join(', ') });
  const from = dayOption('--first-day', firstDay);
  const last = lastDay === undefined ? from : dayOption('--last-day', lastDay);
  if (last < from) throw new CliFailure('decisions:cli/daysBackwards', { from, last });
  return { sdkAppId: app, item: known.data, period: { from, to: addDays(last, 1) } };
}

/** Each with the key by which it is forgotten. */
function pinsText({ language }: Terminal, pins: Output<'matches.pins'>['rows']): string {
  const own = (key: string, params = {}) => sentence(language, `decisions:${key}`, params);
  if (pins.length === 0) return `${own('cli/empty')}\n`;
  return pins
    .map(({ key, pin, line }) => {
      const printed = line
        ? [line.componentName, (line.usageStart ?? line.chargedAt ?? '').replace('T', ' ')]
        : [];
      const said = [pinSentence(own, pin), ...printed].filter((part) => part !== '').join(' · ');
      return oneLine(`${said}  [${key}]`) + '\n';
    })
    .join('');
}

function pinSentence(
  own: (key: string, params?: Record<string, string>) => string,
  pin: StoredPin,
): string {
  switch (pin.kind) {
    case 'apart':
      return own('match/pin/apart');
    case 'confirmed':
      return own('match/pin/confirmed', { row: pin.comparisonId });
    case 'placed': {
      const last = addDays(pin.to, -1);
      return own('match/pin/placed', {
        item: pin.item,
        app: pin.sdkAppId,
        days: last === pin.from ? last : `${pin.from} – ${last}`,
      });
    }
  }
}
