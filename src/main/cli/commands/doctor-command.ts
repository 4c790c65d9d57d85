import { access, constants, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import type { Output } from '../../../shared/contract/contract';
import { sentence } from '../../engine/locale/sentence';
import { ask } from '../session/ask-engine';
import { padEndTo, displayWidth } from '../../../shared/contract/display-width';
import { resourcesPath, withEngine } from '../session/engine-session';
import { EXIT, type ExitCode } from '../session/exit-code';
import type { Terminal } from '../session/terminal';

/** `recount doctor`: what this installation is made of, and whether it can work here. */
export function addDoctorCommand(program: Command, { say }: Terminal): Command {
  return program
    .command('doctor')
    .description(say('doctor/description'))
    .argument('[folder]', say('doctor/folder'));
}

interface Check {
  readonly label: string;
  readonly value: string;
  readonly fine: boolean;
}

export async function runDoctor(
  folder: string | undefined,
  _options: unknown,
  terminal: Terminal,
): Promise<ExitCode> {
  const { say } = terminal;
  const about = await withEngine(async (transport) => {
    const versions = await ask(transport, 'engine.about', {});
    // A temporary workspace: proves that SQLite loads, migrates and writes.
    await ask(transport, 'workspace.create', { path: null });
    return versions;
  });
  const checks = [
    ...versionChecks(about, terminal),
    { label: say('doctor/resources'), ...(await readable(resourcesPath(), terminal)) },
    { label: say('doctor/temporary'), ...(await writable(tmpdir(), terminal)) },
    ...(folder === undefined
      ? []
      : [{ label: say('doctor/given'), ...(await writable(resolve(folder), terminal)) }]),
  ];
  const width = Math.max(...checks.map(({ label }) => displayWidth(label)));
  for (const { label, value, fine } of checks)
    terminal.out(`${fine ? '✓' : '✗'} ${padEndTo(label, width)}  ${value}\n`);
  return checks.every(({ fine }) => fine) ? EXIT.agreed : EXIT.failed;
}

function versionChecks(about: Output<'engine.about'>, terminal: Terminal): Check[] {
  const { say, language } = terminal;
  const fine = true;
  return [
    { label: 'Recount', value: about.engine, fine },
    { label: 'Node', value: `${about.node} (${process.execPath})`, fine },
    { label: 'SQLite', value: about.sqlite, fine },
    { label: say('doctor/system'), value: `${process.platform} ${process.arch}`, fine },
    ...about.priceBooks.map(({ site, hash, latest }) => ({
      label: sentence(language, `terms:sites/${site}`),
      value: say('doctor/priceBook', { hash, latest }),
      fine,
    })),
  ];
}

async function readable(path: string, { say }: Terminal): Promise<Omit<Check, 'label'>> {
  const fine = await access(path, constants.R_OK).then(
    () => true,
    () => false,
  );
  return { value: say(fine ? 'doctor/readable' : 'doctor/notReadable', { path }), fine };
}

/** By writing: permissions alone do not tell of full disks and read-only file systems. */
async function writable(path: string, { say }: Terminal): Promise<Omit<Check, 'label'>> {
  const found = await stat(path).catch(() => null);
  if (!found?.isDirectory()) return { value: say('doctor/noFolder', { path }), fine: false };
  try {
    const probe = await mkdtemp(join(path, '.recount-doctor-'));
    try {
      await writeFile(join(probe, 'probe'), 'probe', { flush: true });
    } finally {
      await rm(probe, { recursive: true, force: true });
    }
    return { value: say('doctor/writable', { path }), fine: true };
  } catch (thrown) {
    const reason = thrown instanceof Error ? thrown.message : String(thrown);
    return { value: say('doctor/notWritable', { path, reason }), fine: false };
  }
}
