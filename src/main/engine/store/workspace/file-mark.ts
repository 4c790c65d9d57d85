import { statSync } from 'node:fs';

/** What tells one file on a disk from another of the same name; null where there is none. */
export type FileMark = string | null;

export function fileMark(path: string): FileMark {
  const found = statSync(path, { bigint: true, throwIfNoEntry: false });
  return found?.isFile() ? `${found.dev} ${found.ino}` : null;
}

export function isSameFile(one: FileMark, other: FileMark): boolean {
  return one !== null && one === other;
}
