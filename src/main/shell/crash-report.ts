import { basename } from 'node:path';

/** What is known of a failure, by the process it happened in. */
export interface Failure {
  readonly where: 'page' | 'engine' | 'program';
  /** Exit code, reason or reference: words of the program and the system only. */
  readonly reason: string;
  /** What was thrown, where something was. */
  readonly thrown?: unknown;
}

export interface Versions {
  readonly recount: string;
  readonly electron: string;
  readonly platform: string;
}

/**
 * A text that may leave the machine. Messages of errors and paths are left out, since either may hold a name,
 * an id or an amount of the user's; what is left are the program's own function names and lines.
 */
export function crashReport(failure: Failure, versions: Versions, at: Date): string {
  return [
    `Recount ${versions.recount}`,
    `Electron ${versions.electron}, ${versions.platform}`,
    `at: ${at.toISOString()}`,
    `where: ${failure.where}`,
    `reason: ${oneWord(failure.reason)}`,
    ...(failure.thrown instanceof Error ? errorLines(failure.thrown) : []),
  ].join('\n');
}

function errorLines(error: Error): string[] {
  const code = 'code' in error ? ` (${oneWord(String(error.code))})` : '';
  return [`error: ${oneWord(error.name)}${code}`, ...stackLines(withoutMessage(error))];
}

const FRAME =
  /^\s+at (?:(?<name>[\w$.<>#[\] ]+?) )?\(?(?<file>[^()\s]+):(?<line>\d+):(?<column>\d+)\)?$/;

/** The message stands above the frames, and may have lines that look like one. */
function withoutMessage({ stack = '', message }: Error): string {
  const at = stack.indexOf(message);
  return at < 0 ? stack : stack.slice(at + message.length);
}

function stackLines(stack: string): string[] {
  return stack.split('\n').flatMap((line) => {
    const { name, file, line: row, column } = FRAME.exec(line)?.groups ?? {};
    if (file === undefined) return [];
    return [`  at ${name ?? '(anonymous)'} (${basename(file)}:${row}:${column})`];
  });
}

function oneWord(text: string): string {
  return /^[\w .:-]{1,80}$/.test(text) ? text : '(left out)';
}
