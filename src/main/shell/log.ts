import { join } from 'node:path';
import { app } from 'electron';
import log from 'electron-log/main';

export type Log = (level: 'info' | 'error', line: string) => void;

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
  process.on('uncaughtException', (failure) => log.error(failure));
  process.on('unhandledRejection', (reason) => log.error(reason));
  return (level, line) => log[level](line);
}
