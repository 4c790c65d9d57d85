import { appendFileSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { app } from 'electron';
import type { MainLogger } from 'electron-log';

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

/** Its path; where nothing was logged yet, an empty file is made: a file that is not there cannot be shown. */
export function logFileThere(): string {
  const path = logFile();
  mkdirSync(dirname(path), { recursive: true });
  appendFileSync(path, '');
  return path;
}

/** Writes to the log file, and in a checkout to the terminal; catches what nobody else caught. */
export function openLog(): Log {
  // Loaded with the first line: with Node's network, which it is built upon, it is a good part of loading the shell.
  let logger: Promise<MainLogger> | null = null;
  const write: Log['write'] = (level, line) => {
    void (logger ??= loadLogger()).then((log) => log[level](line));
  };
  let listener: (thrown: unknown) => void = () => undefined;
  const caught = (thrown: unknown) => {
    void (logger ??= loadLogger()).then((log) => log.error(thrown));
    listener(thrown);
  };
  process.on('uncaughtException', caught);
  process.on('unhandledRejection', caught);
  return {
    write,
    onUncaught: (next) => {
      listener = next;
    },
  };
}

async function loadLogger(): Promise<MainLogger> {
  const { default: log } = await import('electron-log/main');
  log.transports.file.resolvePathFn = logFile;
  log.transports.file.maxSize = LIMIT;
  log.transports.console.level = app.isPackaged ? false : 'info';
  return log;
}
