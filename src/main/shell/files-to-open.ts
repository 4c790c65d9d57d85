import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const WORKSPACE = /\.recount$/i;

/**
 * The workspace named on a command line, as a full path; null when there is none. File managers of Linux name it by
 * an address: file:///home/…/June%202023.recount.
 */
export function workspaceInArguments(args: readonly string[], folder: string): string | null {
  const named = args.slice(1).flatMap((arg) => (arg.startsWith('-') ? [] : pathNamed(arg, folder)));
  return named.find((path) => WORKSPACE.test(path)) ?? null;
}

function pathNamed(arg: string, folder: string): string[] {
  if (!/^file:/i.test(arg)) return [resolve(folder, arg)];
  try {
    return [fileURLToPath(arg)];
  } catch {
    // Of another machine, or no address at all.
    return [];
  }
}
