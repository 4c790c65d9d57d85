import { join } from 'node:path';
import { app } from 'electron';
import log from 'electron-log/main';

export interface Log {
  readonly write: (level: 'info' | 'error', line: string) => void;
  /** Hears of what nobody caught, after it was written down. */
  readonly onUncaught: (listener: (thrown: unknown) => void) => void;
}

const LIMIT = 2 * 1024 * 1024;

/** The log file in the user's profile. It never leaves the machine. */
export function logFile(): string {
  return join(app.getPath('userData'), 'logs', 'recount.log');
}

/** Writes to the log file, and in a checkout to the terminal; catches what nobody else caught. */
export function openLog(): Log {
  log.transports.file.resolvePathFn = logFile;
  log.transports.file.maxSize = LIMIT;
  log.transports.console.level = app.isPackaged ? false : 'info';
  let listener: (thrown: unknown) => void = () => undefined;
  const caught = (thrown: unknown) => {
    log.error(thrown);
    listener(thrown);
  };
  process.on('uncaughtException', caught);
  process.on('unhandledRejection', caught);
  return {
    write: (level, line) => log[level](line),
    onUncaught: (next) => {
      listener = next;
    },
  };
}
