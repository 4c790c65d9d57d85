import type { Command } from 'commander';
import type { ExitCode } from './session/exit-code';
import type { Terminal } from './session/terminal';

type Declare = (parent: Command, terminal: Terminal) => Command;
/** Takes over the promise of a command that was carried out. */
export type Finish = (work: Promise<ExitCode>) => Promise<void>;

/** One command of the terminal: how it is declared, and what happens when it is called. */
export interface CommandEntry {
  readonly register: (parent: Command, terminal: Terminal, finish: Finish) => void;
}

/** A command that does something. `run` is given its arguments, then its options, then the terminal. */
export function command(
  declare: Declare,
  run: (...given: never[]) => Promise<ExitCode>,
): CommandEntry {
  // What the parser hands over follows from the declaration beside it; options are checked by `run` itself.
  const carryOut = run as (...given: unknown[]) => Promise<ExitCode>;
  return {
    register: (parent, terminal, finish) => {
      declare(parent, terminal).action((...given: unknown[]) =>
        // The parser adds the command itself at the end; what is before it are arguments and options.
        finish(carryOut(...given.slice(0, -1), terminal)),
      );
    },
  };
}

/** A command that only holds others. */
export function group(declare: Declare, below: readonly CommandEntry[]): CommandEntry {
  return {
    register: (parent, terminal, finish) => {
      const own = declare(parent, terminal).helpCommand(false);
      for (const entry of below) entry.register(own, terminal, finish);
    },
  };
}
