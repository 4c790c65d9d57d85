import { veiledDigits } from './privacy';

/** The last part of a path, to tell a file from others by; both kinds of slashes stand in paths. */
export function fileName(path: string): string {
  return veiledDigits(path.split(/[/\\]/).at(-1) ?? path);
}
