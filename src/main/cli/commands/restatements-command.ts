import type { Command } from 'commander';
import { z } from 'zod';
import type { RestatedRowView, Restatement } from '../../../shared/contract/import-changes';
import { countText } from '../../engine/locale/number-text';
import { sentence } from '../../engine/locale/sentence';
import { allPages } from '../session/all-pages';
import { ask } from '../session/ask-engine';
import { withEngine } from '../session/engine-session';
import { EXIT, type ExitCode } from '../session/exit-code';
import { putJson } from '../session/json-output';
import { oneLine } from '../text/text-table';
import type { Terminal } from '../session/terminal';
import { openWorkspaceOf } from '../steps/workspace-run';

const optionsSchema = z.object({
  workspace: z.string(),
  json: z.union([z.string(), z.literal(true)]).optional(),
});

/** `recount restatements`: what the provider changed from one file to the next, row by row. */
export function addRestatementsCommand(program: Command, { say, language }: Terminal): Command {
  return program
    .command('restatements')
    .description(sentence(language, 'imports:restated/description'))
    .requiredOption('--workspace <file>', say('workspaceThere'))
    .option('--json [out]', say('jsonOut'));
}

export async function runRestatements(given: unknown, terminal: Terminal): Promise<ExitCode> {
  const options = optionsSchema.parse(given);
  return await withEngine(async (transport) => {
    await openWorkspaceOf(transport, options);
    const found: (Restatement & { readonly rows: RestatedRowView[] })[] = [];
    for (const restatement of await ask(transport, 'imports.restatements', {})) {
      const rows: RestatedRowView[] = [];
      const pages = allPages((page) =>
        ask(transport, 'imports.restatedRows', { restatementId: restatement.id, ...page }),
      );
      for await (const row of pages) rows.push(row);
      found.push({ ...restatement, rows });
    }
    if (options.json !== undefined) await putJson({ restatements: found }, options.json, terminal);
    else terminal.out(restatementsText(found, terminal));
    return EXIT.agreed;
  });
}

function restatementsText(
  found: readonly (Restatement & { readonly rows: readonly RestatedRowView[] })[],
  { language }: Terminal,
): string {
  const words = (key: string, params = {}) => sentence(language, `imports:restated/${key}`, params);
  if (found.length === 0) return `${words('none')}\n`;
  return found
    .flatMap((restatement) => [
      `${oneLine(restatementSentence(restatement, language))}\n`,
      ...(restatement.inForce ? [] : [`  ${words('notInForce')}\n`]),
      ...restatement.rows.flatMap((row) => [
        `  ${oneLine(rowHead(row, language, restatement))}\n`,
        ...(row.change === 'changed'
          ? row.cells.map(
              ({ column, older, newer }) =>
                `    ${oneLine(`${column}: ${older || '–'} → ${newer || '–'}`)}\n`,
            )
          : []),
      ]),
    ])
    .join('');
}

/** "june-2.csv replaces june.csv: 3 rows changed, 1 new, 2 gone, billed +1.20 CNY". */
export function restatementSentence(
  restatement: Pick<
    Restatement,
    'changed' | 'added' | 'gone' | 'amount' | 'currency' | 'seconds'
  > & {
    readonly newer: { readonly fileName: string };
    readonly older: { readonly fileName: string };
  },
  language: Terminal['language'],
): string {
  const { changed, added, gone, amount, currency, seconds } = restatement;
  const counts = {
    newer: restatement.newer.fileName,
    older: restatement.older.fileName,
    changed: countText(changed),
    added: countText(added),
    gone: countText(gone),
  };
  return amount === null
    ? sentence(language, 'imports:restated/usage', {
        ...counts,
        moved: signed(countText(Math.round((seconds ?? 0) / 60))),
      })
    : sentence(language, 'imports:restated/bill', {
        ...counts,
        moved: signed(amount),
        currency: currency ?? '',
      });
}

const signed = (text: string) =>
  /^[-−]/.test(text) || /^0(\.0+)?$/.test(text) ? text : `+${text}`;

function rowHead(
  row: RestatedRowView,
  language: Terminal['language'],
  { currency }: Restatement,
): string {
  const side = row.older ?? row.newer;
  const place = side?.origin.line === undefined ? '' : `${side.origin.file}:${side.origin.line}  `;
  const moved =
    row.amount === null ? '' : `  ${signed(row.amount)}${currency === null ? '' : ` ${currency}`}`;
  return `${place}${sentence(language, `imports:restated/changes/${row.change}`)}${moved}`;
}
