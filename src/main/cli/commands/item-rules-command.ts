import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { z } from 'zod';
import { itemRuleSchema, type ItemRules } from '../../../shared/contract/item-rules';
import { amountText, countText } from '../../engine/locale/number-text';
import { sentence, term } from '../../engine/locale/sentence';
import { ask } from '../session/ask-engine';
import { CliFailure } from '../session/cli-failure';
import { withEngine } from '../session/engine-session';
import { EXIT, type ExitCode } from '../session/exit-code';
import { textTable } from '../text/text-table';
import type { Terminal } from '../session/terminal';
import { openWorkspaceOf } from '../steps/workspace-run';

const optionsSchema = z.object({
  workspace: z.string(),
  set: z.string().optional(),
  json: z.literal(true).optional(),
});
const fileSchema = z.union([
  z.array(itemRuleSchema),
  z.object({ rules: z.array(itemRuleSchema) }).transform(({ rules }) => rules),
]);

/** `recount item-rules`: the user's own rules for which item a bill line is for; `--set` replaces them. */
export function addItemRulesCommand(program: Command, { language, say }: Terminal): Command {
  const own = (key: string) => sentence(language, `itemRules:${key}`);
  return program
    .command('item-rules')
    .description(own('description'))
    .requiredOption('--workspace <file>', say('workspaceThere'))
    .option('--set <file>', own('set'))
    .option('--json', own('json'));
}

export async function runItemRules(given: unknown, terminal: Terminal): Promise<ExitCode> {
  const { workspace, set, json } = optionsSchema.parse(given);
  const rules = set === undefined ? null : await rulesIn(set);
  return await withEngine(async (transport) => {
    await openWorkspaceOf(transport, { workspace });
    const told = rules
      ? await ask(transport, 'imports.setItemRules', { rules })
      : await ask(transport, 'imports.itemRules', {});
    terminal.out(json ? `${JSON.stringify(told, null, 2)}\n` : rulesText(told, terminal));
    return EXIT.agreed;
  });
}

async function rulesIn(path: string): Promise<z.infer<typeof fileSchema>> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch {
    throw new CliFailure('itemRules:noFile', { file: path });
  }
  try {
    return fileSchema.parse(JSON.parse(text.replace(/^\uFEFF/, '')));
  } catch {
    throw new CliFailure('itemRules:badFile', { file: path });
  }
}

function rulesText({ rules, unknown }: ItemRules, { language }: Terminal): string {
  const own = (key: string) => sentence(language, `itemRules:${key}`);
  const itemName = (item: string | null) =>
    item === null ? own('noItem') : term(language, 'items', item);
  const parts =
    rules.length === 0
      ? [`${own('none')}\n`]
      : [
          textTable(
            [
              { heading: own('contains'), align: 'left' },
              { heading: own('item'), align: 'left' },
            ],
            rules.map(({ contains, item }) => [contains, itemName(item)]),
          ),
        ];
  if (unknown.length > 0)
    parts.push(
      `\n${own('unknown')}\n`,
      textTable(
        [
          { heading: own('component'), align: 'left' },
          { heading: own('lines'), align: 'right' },
          { heading: own('amount'), align: 'right' },
        ],
        unknown.map((one) => [
          [one.componentType, one.componentName].filter((name) => name !== '').join(' / '),
          countText(one.lines),
          amountText(one.amount),
        ]),
      ),
    );
  return parts.join('');
}
