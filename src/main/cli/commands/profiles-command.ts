import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { z } from 'zod';
import type { SavedProfileView } from '../../../shared/contract/mapping';
import type { Transport } from '../../../shared/contract/transport';
import { countText } from '../../engine/locale/number-text';
import { sentence, type SentenceParams } from '../../engine/locale/sentence';
import { ask } from '../session/ask-engine';
import { CliFailure } from '../session/cli-failure';
import { openOrCreateWorkspace, withEngine } from '../session/engine-session';
import { EXIT, type ExitCode } from '../session/exit-code';
import { mappingIn } from '../options/map-option';
import { textTable } from '../text/text-table';
import type { Terminal } from '../session/terminal';
import { openWorkspaceOf } from '../steps/workspace-run';

const workspaceSchema = z.object({ workspace: z.string() });
const listSchema = workspaceSchema.extend({ json: z.literal(true).optional() });
const removeSchema = workspaceSchema.extend({ version: z.coerce.number().int().optional() });
const saveSchema = workspaceSchema.extend({ name: z.string(), map: z.string() });

const words =
  ({ language }: Pick<Terminal, 'language'>) =>
  (key: string, params: SentenceParams = {}) =>
    sentence(language, `mapping:${key}`, params);

/** `recount profiles`: mappings of files with other column names; its commands are added to it. */
export function addProfilesCommand(program: Command, terminal: Terminal): Command {
  return program.command('profiles').description(words(terminal)('cli/description'));
}

function below(parent: Command, name: string, terminal: Terminal): Command {
  return parent
    .command(name)
    .description(words(terminal)(`cli/${name}`))
    .requiredOption('--workspace <file>', terminal.say('audit/workspace'));
}

export function addProfilesList(parent: Command, terminal: Terminal): Command {
  return below(parent, 'list', terminal).option('--json', words(terminal)('cli/json'));
}

export function addProfilesExport(parent: Command, terminal: Terminal): Command {
  return below(parent, 'export', terminal).argument('<file>', words(terminal)('cli/file'));
}

export function addProfilesImport(parent: Command, terminal: Terminal): Command {
  return below(parent, 'import', terminal).argument('<file>', words(terminal)('cli/file'));
}

export function addProfilesRemove(parent: Command, terminal: Terminal): Command {
  const say = words(terminal);
  return below(parent, 'remove', terminal)
    .argument('<name>', say('cli/name'))
    .option('--version <number>', say('cli/version'));
}

export function addProfilesSave(parent: Command, terminal: Terminal): Command {
  const say = words(terminal);
  return below(parent, 'save', terminal)
    .argument('<file>', say('cli/table'))
    .requiredOption('--name <name>', say('cli/name'))
    .requiredOption('--map <file>', say('cli/map'));
}

export async function runProfilesList(given: unknown, terminal: Terminal): Promise<ExitCode> {
  const options = listSchema.parse(given);
  return await withEngine(async (transport) => {
    await openWorkspaceOf(transport, options);
    const profiles = await ask(transport, 'imports.profiles', {});
    terminal.out(
      options.json ? `${JSON.stringify(profiles, null, 2)}\n` : listText(profiles, terminal),
    );
    return EXIT.agreed;
  });
}

function listText(profiles: readonly SavedProfileView[], terminal: Terminal): string {
  const say = words(terminal);
  if (profiles.length === 0) return `${say('cli/none')}\n`;
  return textTable(
    [
      { heading: say('profiles/name'), align: 'left' },
      { heading: say('profiles/version'), align: 'right' },
      { heading: say('profiles/is'), align: 'left' },
      { heading: say('profiles/columns'), align: 'right' },
      { heading: say('profiles/savedAt'), align: 'left' },
    ],
    profiles.map(({ name, version, readAs, columns, savedAt }) => [
      name,
      String(version),
      say(`readings/${readAs}`),
      countText(columns.filter(({ field }) => field !== null).length),
      savedAt.slice(0, 10),
    ]),
  );
}

export async function runProfilesExport(
  file: string,
  given: unknown,
  terminal: Terminal,
): Promise<ExitCode> {
  const options = workspaceSchema.parse(given);
  return await withEngine(async (transport) => {
    await openWorkspaceOf(transport, options);
    const path = resolve(file);
    const { count } = await ask(transport, 'imports.exportProfiles', { path });
    terminal.out(`${words(terminal)('cli/exported', { count, file })}\n`);
    return EXIT.agreed;
  });
}

export async function runProfilesImport(
  file: string,
  given: unknown,
  terminal: Terminal,
): Promise<ExitCode> {
  const { workspace } = workspaceSchema.parse(given);
  return await withEngine(async (transport) => {
    await openOrCreateWorkspace(transport, workspace);
    const taken = await ask(transport, 'imports.importProfiles', { path: resolve(file) });
    terminal.out(`${words(terminal)('cli/imported', taken)}\n`);
    return EXIT.agreed;
  });
}

export async function runProfilesRemove(
  name: string,
  given: unknown,
  terminal: Terminal,
): Promise<ExitCode> {
  const { version, ...options } = removeSchema.parse(given);
  return await withEngine(async (transport) => {
    await openWorkspaceOf(transport, options);
    const found = (await ask(transport, 'imports.profiles', {})).filter(
      (profile) => profile.name === name && (version === undefined || profile.version === version),
    );
    if (found.length === 0) throw new CliFailure('mapping:cli/noProfile', { name });
    for (const { id } of found) await ask(transport, 'imports.removeProfile', { profileId: id });
    terminal.out(`${words(terminal)('cli/removed', { count: found.length, name })}\n`);
    return EXIT.agreed;
  });
}

export async function runProfilesSave(
  file: string,
  given: unknown,
  terminal: Terminal,
): Promise<ExitCode> {
  const { workspace, name, map } = saveSchema.parse(given);
  const { readAs, columns, ...said } = await mappingIn(map);
  const mapping = { readAs, columns };
  return await withEngine(async (transport: Transport) => {
    await openOrCreateWorkspace(transport, workspace);
    const table = { path: resolve(file), fileName: null, sheet: null };
    const { header } = await ask(transport, 'imports.draftMapping', {
      table,
      said: { ...said, mapping },
    });
    const saved = await ask(transport, 'imports.saveProfile', { name, header, mapping });
    terminal.out(`${words(terminal)('cli/saved', { name, version: saved.version })}\n`);
    return EXIT.agreed;
  });
}

const draftSchema = z.object({ out: z.string().optional() });

/** `recount profiles draft`: needs no workspace, since nothing is kept. */
export function addProfilesDraft(parent: Command, terminal: Terminal): Command {
  const say = words(terminal);
  return parent
    .command('draft')
    .description(say('cli/draft'))
    .argument('<file>', say('cli/table'))
    .option('--out <file>', say('cli/out'));
}

export async function runProfilesDraft(
  file: string,
  given: unknown,
  terminal: Terminal,
): Promise<ExitCode> {
  const { out } = draftSchema.parse(given);
  const say = words(terminal);
  const draft = await withEngine((transport) =>
    ask(transport, 'imports.draftMapping', {
      table: { path: resolve(file), fileName: null, sheet: null },
    }),
  );
  const { mapping, header, fields, missing, candidates } = draft;
  const guesses = candidates.find(({ readAs }) => readAs === mapping.readAs)?.guesses ?? [];
  const text = `${JSON.stringify(
    {
      readAs: mapping.readAs,
      columns: mapping.columns,
      // What follows is for whoever looks at it, and is not read again.
      why: Object.fromEntries(
        guesses.map(({ column, why, by }): [string, string] => [
          header[column] ?? '',
          say(`guess/${why}`, { by }),
        ]),
      ),
      notRead: header.filter((_, column) => fields[column] === null),
      missing,
    },
    null,
    2,
  )}\n`;
  if (out === undefined) terminal.out(text);
  else await writeFile(out, text);
  terminal.err(
    `${say('cli/drafted', { file, kind: say(`readings/${mapping.readAs}`) })}${out === undefined ? '' : ` ${out}`}\n`,
  );
  const named = missing.map((field) =>
    field === 'tier' ? say('tierNeeded') : `${field} (${say(`fields/${field}`)})`,
  );
  if (named.length > 0) terminal.err(`${say('cli/missing', { fields: named.join(', ') })}\n`);
  return EXIT.agreed;
}
