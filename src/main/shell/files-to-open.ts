import { resolve } from 'node:path';

const WORKSPACE = /\.recount$/i;

/** The workspace named on a command line, as a full path; null when there is none. */
export function workspaceInArguments(args: readonly string[], folder: string): string | null {
  const named = args.slice(1).find((arg) => !arg.startsWith('-') && WORKSPACE.test(arg));
  return named === undefined ? null : resolve(folder, named);
}
