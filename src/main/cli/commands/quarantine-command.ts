import type { Command } from 'commander';
import { z } from 'zod';
import type { QuarantinedRow } from '../../../shared/contract/quarantine';
import { countText } from '../../engine/locale/number-text';
import { sentence } from '../../engine/locale/sentence';
import { ask } from '../session/ask-engine';
import { CliFailure } from '../session/cli-failure';
import { withEngine } from '../session/engine-session';
import {
  pagesOption,
  pagesText,
  rowsOf,
  wholePages,
  type PagesAsked,
} from '../options/pages-option';
import { EXIT, type ExitCode } from '../session/exit-code';
import { putJson } from '../session/json-output';
import { oneLine } from '../text/text-table';
import type { Terminal } from '../session/terminal';
import { openWorkspaceOf } from '../steps/workspace-run';

const listSchema = z.object({
  workspace: z.string(),
  state: z.enum(['open', 'corrected', 'dismissed']).catch('open'),
  id: z.coerce.number().int().positive().optional(),
  ...wholePages,
  json: z.union([z.string(), z.literal(true)]).optional(),
});
const fixSchema = z.object({ workspace: z.string(), set: z.array(z.string()).min(1) });
const dismissSchema = z.object({ workspace: z.string(), reason: z.string() });
const reopenSchema = z.object({ workspace: z.string() });

/** `recount quarantine`: the rows that could not be read; its commands are added to it. */
export function addQuarantineCommand(program: Command, { language }: Terminal): Command {
  return program
    .command('quarantine')
    .description(sentence(language, 'imports:quarantine/description'));
}

export function addQuarantineList(parent: Command, { say, language }: Terminal): Command {
  return parent
    .command('list')
    .description(sentence(language, 'imports:quarantine/list'))
    .requiredOption('--workspace <file>', say('workspaceThere'))
    .option('--state <state>', sentence(language, 'imports:quarantine/stateOption'), 'open')
    .option('--id <number>', sentence(language, 'imports:pages/idOption'))
    .option('--limit <n>', pagesOption(language, 'limit'))
    .option('--offset <n>', pagesOption(language, 'offset'))
    .option('--json [out]', say('jsonOut'));
}

export function addQuarantineFix(parent: Command, { say, language }: Terminal): Command {
  return parent
    .command('fix')
    .argument('<row>', sentence(language, 'imports:quarantine/rowArgument'))
    .description(sentence(language, 'imports:quarantine/fix'))
    .requiredOption('--workspace <file>', say('workspaceThere'))
    .requiredOption('--set <column=value...>', sentence(language, 'imports:quarantine/setOption'));
}

export function addQuarantineDismiss(parent: Command, { say, language }: Terminal): Command {
  return parent
    .command('dismiss')
    .argument('<rows...>', sentence(language, 'imports:quarantine/rowArgument'))
    .description(sentence(language, 'imports:quarantine/dismissCommand'))
    .requiredOption('--workspace <file>', say('workspaceThere'))
    .requiredOption('--reason <text>', sentence(language, 'imports:quarantine/reasonOption'));
}

export function addQuarantineReopen(parent: Command, { say, language }: Terminal): Command {
  return parent
    .command('reopen')
    .argument('<rows...>', sentence(language, 'imports:quarantine/rowArgument'))
    .description(sentence(language, 'imports:quarantine/reopenCommand'))
    .requiredOption('--workspace <file>', say('workspaceThere'));
}

export async function runQuarantineList(given: unknown, terminal: Terminal): Promise<ExitCode> {
  const read = listSchema.safeParse(given);
  if (!read.success) throw new CliFailure('imports:pages/bad');
  const { workspace, state, id = null, json, ...pages } = read.data;
  return await withEngine(async (transport) => {
    await openWorkspaceOf(transport, { workspace });
    const found = await rowsOf(pages, (page) =>
      ask(transport, 'imports.quarantine', { importId: id, state, ...page }),
    );
    if (json !== undefined) await putJson(found, json, terminal);
    else terminal.out(listText(found, pages, terminal));
    return EXIT.agreed;
  });
}

export async function runQuarantineFix(
  name: string,
  given: unknown,
  terminal: Terminal,
): Promise<ExitCode> {
  const { workspace, set } = fixSchema.parse(given);
  const place = placeOf(name);
  return await withEngine(async (transport) => {
    await openWorkspaceOf(transport, { workspace });
    const { rows } = await ask(transport, 'imports.quarantine', { ...place, offset: 0, limit: 1 });
    const [row] = rows;
    if (!row) throw new CliFailure('noSuchRow', { value: name });
    const cells = [...row.cells];
    for (const assignment of set) {
      const [, column = '', value = ''] = /^([^=]*)=(.*)$/s.exec(assignment) ?? [];
      const index = row.header.indexOf(column);
      if (index < 0)
        throw new CliFailure('noSuchColumn', { value: column, columns: row.header.join(', ') });
      cells[index] = value;
    }
    const [outcome] = await ask(transport, 'imports.correctRows', {
      corrections: [{ ...place, cells }],
    });
    if (outcome?.problem) {
      const { code, params } = outcome.problem;
      terminal.err(`${oneLine(sentence(terminal.language, `issues:${code}`, params))}\n`);
      return EXIT.failed;
    }
    terminal.out(`${sentence(terminal.language, 'imports:quarantine/fixed', { row: name })}\n`);
    return EXIT.agreed;
  });
}

export async function runQuarantineDismiss(
  names: readonly string[],
  given: unknown,
  terminal: Terminal,
): Promise<ExitCode> {
  const { workspace, reason } = dismissSchema.parse(given);
  const rows = names.map(placeOf);
  return await withEngine(async (transport) => {
    await openWorkspaceOf(transport, { workspace });
    const { changed } = await ask(transport, 'imports.dismissRows', { rows, reason });
    return sayChanged('dismissed', changed, terminal);
  });
}

export async function runQuarantineReopen(
  names: readonly string[],
  given: unknown,
  terminal: Terminal,
): Promise<ExitCode> {
  const { workspace } = reopenSchema.parse(given);
  const rows = names.map(placeOf);
  return await withEngine(async (transport) => {
    await openWorkspaceOf(transport, { workspace });
    const { changed } = await ask(transport, 'imports.reopenRows', { rows });
    return sayChanged('reopened', changed, terminal);
  });
}

function sayChanged(key: string, changed: number, { out, language }: Terminal): ExitCode {
  out(`${sentence(language, `imports:quarantine/${key}`, { number: countText(changed) })}\n`);
  return changed === 0 ? EXIT.failed : EXIT.agreed;
}

/** `3:17`: row 17 of import 3. */
function placeOf(name: string): { readonly importId: number; readonly row: number } {
  const [, importId, row] = /^(\d+):(\d+)$/.exec(name) ?? [];
  if (importId === undefined || row === undefined) throw new CliFailure('badRow', { value: name });
  return { importId: Number(importId), row: Number(row) };
}

function listText(
  found: { readonly total: number; readonly rows: readonly QuarantinedRow[] },
  pages: PagesAsked,
  { language }: Terminal,
): string {
  if (found.total === 0) return `${sentence(language, 'imports:quarantine/none')}\n`;
  const lines = found.rows
    .map((row) => {
      const { file, line } = row.origin;
      const reason = sentence(language, `issues:${row.code}`, row.params);
      return [
        `${row.importId}:${row.row}  ${oneLine(`${file}${line === undefined ? '' : `:${line}`}  ${reason}`)}\n`,
        `  ${oneLine(row.raw)}\n`,
        ...(row.by === null
          ? []
          : [`  ${oneLine(`${row.by}, ${row.at ?? ''}${row.reason ? `: ${row.reason}` : ''}`)}\n`]),
      ].join('');
    })
    .join('');
  return `${lines}${pagesText(found, pages, language)}`;
}
