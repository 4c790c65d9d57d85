import { Command, CommanderError } from 'commander';
import { languageField } from '../../shared/contract/fields';
import { hasSentence, sentence } from '../engine/locale/sentence';
import { ENGINE_VERSION } from '../engine/version';
import { CliFailure, failureLine } from './session/cli-failure';
import { COMMANDS } from './commands';
import { EXIT, type ExitCode } from './session/exit-code';
import { chooseLanguage } from './language';
import { localHelp } from './local-help';
import { oneLine } from './text/text-table';
import { processTerminal, type Terminal } from './session/terminal';

/** Builds the command line, carries out one command and answers its exit code. */
async function main(args: readonly string[]): Promise<ExitCode> {
  const terminal = processTerminal(chooseLanguage(args, process.env));
  let exitCode: ExitCode = EXIT.agreed;
  const program = new Command('recount')
    .description(terminal.say('description'))
    .version(ENGINE_VERSION, '-V, --version', terminal.say('version'))
    .helpOption('-h, --help', terminal.say('help'))
    .helpCommand(false)
    .exitOverride()
    .configureHelp(localHelp(terminal))
    // Failures are said below, in the user's language; help that was not asked for goes to standard error.
    .configureOutput({ writeErr: terminal.err, outputError: () => {} });

  const finish = async (work: Promise<ExitCode>) => {
    exitCode = await work;
  };
  for (const entry of COMMANDS) entry.register(program, terminal, finish);
  for (const command of program.commands.flatMap((each) => [each, ...each.commands]))
    command
      .option('--lang <language>', terminal.say('lang'), knownLanguage)
      .helpOption('-h, --help', terminal.say('help'));

  try {
    await program.parseAsync(args, { from: 'user' });
    return exitCode;
  } catch (thrown) {
    return sayFailure(thrown, terminal, commandOf(program, args));
  }
}

function knownLanguage(value: string): string {
  if (!languageField.safeParse(value).success) throw new CliFailure('badLanguage', { value });
  return value;
}

/** One clear line on standard error; a bug is told whole, it is for those who can mend it. */
function sayFailure(thrown: unknown, terminal: Terminal, called: string): ExitCode {
  if (thrown instanceof CommanderError) {
    if (thrown.exitCode === 0) return EXIT.agreed;
    // A command that only holds others has shown its help.
    if (thrown.code === 'commander.help') return EXIT.failed;
  }
  const line =
    thrown instanceof CommanderError
      ? commandLineFailure(thrown, terminal, called)
      : failureLine(thrown, terminal.language);
  if (line !== null) terminal.err(`recount: ${oneLine(line)}\n`);
  else {
    const detail = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
    terminal.err(`recount: ${terminal.say('bug')}\n${detail}\n`);
  }
  return EXIT.failed;
}

/** The command that was called, as it is typed: "recount quarantine fix". */
function commandOf(program: Command, args: readonly string[]): string {
  let called = program;
  const names = [program.name()];
  for (const arg of args) {
    const next = called.commands.find((below) => below.name() === arg);
    if (!next) break;
    called = next;
    names.push(arg);
  }
  return names.join(' ');
}

/** The parser speaks English only; its codes and the names it quotes are said in the user's language. */
function commandLineFailure(
  { code, message }: CommanderError,
  { language, say }: Terminal,
  called: string,
): string {
  const key = code.slice('commander.'.length);
  if (!hasSentence(language, `cli:commandLine/${key}`)) return message;
  const name = /'([^']+)'/.exec(message)?.[1] ?? '';
  const choices = /Allowed choices are (.+)\.$/.exec(message)?.[1] ?? '';
  const said = sentence(language, `cli:commandLine/${key}`, { name, choices });
  return `${said} ${say('seeHelp', { command: called })}`;
}

// A reader such as `head` may close the pipe early: the rest is then not wanted, and that is no failure.
process.stdout.on('error', (failure: NodeJS.ErrnoException) => {
  if (failure.code !== 'EPIPE') throw failure;
});

// The exit code is set, not forced: what was written to a pipe must get through first.
void main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
