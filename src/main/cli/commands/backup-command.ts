import { resolve } from 'node:path';
import type { Command } from 'commander';
import { z } from 'zod';
import type { Output } from '../../../shared/contract/contract';
import type { Transport } from '../../../shared/contract/transport';
import { countText } from '../../engine/locale/number-text';
import { sentence } from '../../engine/locale/sentence';
import { ask, runJob } from '../session/ask-engine';
import { withEngine } from '../session/engine-session';
import { EXIT, type ExitCode } from '../session/exit-code';
import { progressLine } from '../text/progress-line';
import type { Terminal } from '../session/terminal';
import { oneLine, textTable } from '../text/text-table';

const words =
  ({ language }: Terminal) =>
  (key: string, params: Record<string, string> = {}) =>
    sentence(language, `backups:${key}`, params);

/** `recount backup`: copies of a workspace, and the way back to one. */
export function addBackupCommand(program: Command, terminal: Terminal): Command {
  return program
    .command('backup')
    .description(words(terminal)('cli/description'))
    .helpCommand(false);
}

export function addBackupMake(group: Command, terminal: Terminal): Command {
  return onWorkspace(group.command('make').description(words(terminal)('cli/make')), terminal);
}

export function addBackupList(group: Command, terminal: Terminal): Command {
  return onWorkspace(group.command('list').description(words(terminal)('cli/list')), terminal);
}

export function addBackupRestore(group: Command, terminal: Terminal): Command {
  const say = words(terminal);
  return onWorkspace(group.command('restore').description(say('cli/restore')), terminal).argument(
    '[backup]',
    say('cli/backup'),
  );
}

export function addBackupSalvage(group: Command, terminal: Terminal): Command {
  const say = words(terminal);
  return onWorkspace(
    group.command('salvage').description(say('cli/salvage')),
    terminal,
  ).requiredOption('--into <file>', say('cli/into'));
}

function onWorkspace(command: Command, terminal: Terminal): Command {
  return command.requiredOption('--workspace <file>', words(terminal)('cli/workspace'));
}

const optionsSchema = z.object({ workspace: z.string() });
const salvageSchema = optionsSchema.extend({ into: z.string() });

export async function runBackupMake(given: unknown, terminal: Terminal): Promise<ExitCode> {
  const { workspace } = optionsSchema.parse(given);
  return await withEngine(async (transport) => {
    await ask(transport, 'workspace.open', { path: resolve(workspace) });
    const line = progressLine(terminal);
    const result = await runJob(transport, () => ask(transport, 'backups.make', {}), line.show);
    line.clear();
    const { path } = z.object({ path: z.string() }).parse(result);
    terminal.out(`${oneLine(words(terminal)('made', { path }))}\n`);
    return EXIT.agreed;
  });
}

export async function runBackupList(given: unknown, terminal: Terminal): Promise<ExitCode> {
  const say = words(terminal);
  const { folder, backups } = await withEngine((transport) =>
    ringOf(transport, optionsSchema.parse(given).workspace),
  );
  const columns = [
    { heading: say('when'), align: 'left' },
    { heading: say('why'), align: 'left' },
    { heading: say('size'), align: 'right' },
  ] as const;
  const rows = backups.map((backup) => [
    backup.createdAt,
    say(`reasons/${backup.reason}`),
    countText(backup.size),
  ]);
  const table = backups.length === 0 ? `${say('none')}\n` : textTable(columns, rows);
  terminal.out(`${table}${oneLine(say('folder', { path: folder }))}\n`);
  return EXIT.agreed;
}

export async function runBackupRestore(
  backup: string | undefined,
  given: unknown,
  terminal: Terminal,
): Promise<ExitCode> {
  const path = resolve(optionsSchema.parse(given).workspace);
  return await withEngine(async (transport) => {
    const chosen = backup ?? (await ringOf(transport, path)).backups[0]?.path;
    if (chosen === undefined) {
      terminal.err(`recount: ${words(terminal)('cli/noBackup', { path })}\n`);
      return EXIT.failed;
    }
    const { setAside } = await ask(transport, 'backups.restore', {
      backup: resolve(chosen),
      path,
    });
    terminal.out(`${oneLine(words(terminal)('restored', { path: setAside ?? '–' }))}\n`);
    return EXIT.agreed;
  });
}

export async function runBackupSalvage(given: unknown, terminal: Terminal): Promise<ExitCode> {
  const { workspace, into } = salvageSchema.parse(given);
  const found = await withEngine((transport) =>
    ask(transport, 'backups.salvage', { path: resolve(workspace), target: resolve(into) }),
  );
  terminal.out(salvageText(found, terminal));
  return EXIT.agreed;
}

function salvageText(found: Output<'backups.salvage'>, terminal: Terminal): string {
  const say = words(terminal);
  const list = (names: readonly string[]) =>
    names.length === 0 ? say('nothing') : names.join(', ');
  const lines = [
    say(found.lost.length === 0 ? 'salvagedAll' : 'salvaged', {
      rows: countText(found.rowsRead),
      kept: list(found.kept),
      lost: list(found.lost),
    }),
    ...(found.accountKept ? [] : [say('accountLost')]),
    ...(found.tablesDamaged.length === 0
      ? []
      : [say('tables', { names: list(found.tablesDamaged) })]),
  ];
  return lines.map((line) => `${oneLine(line)}\n`).join('');
}

async function ringOf(transport: Transport, path: string): Promise<Output<'backups.list'>> {
  return await ask(transport, 'backups.list', { path: resolve(path) });
}
