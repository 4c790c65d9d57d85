/**
 * Whether amounts, quantities and ids are hidden at this moment. Everything that writes one asks here, so
 * there is one place that can forget none: components, sentences, chart labels, tool tips and copies.
 */
const listeners = new Set<() => void>();
let hidden = false;

/** In place of what is hidden; always as long, since a length says something too. */
export const VEIL = '•••';

export function isPrivate(): boolean {
  return hidden;
}

export function setPrivate(next: boolean): void {
  if (hidden === next) return;
  hidden = next;
  for (const listener of listeners) listener();
}

export function onPrivacy(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** `text`, or the veil where it is not to be seen. */
export function veiled(text: string): string {
  return hidden ? VEIL : text;
}

/**
 * A place on the disk, hidden whole: folders and workspaces bear the names of customers, with or without an id. A file's
 * own name is a text like others (veiledDigits), so that an export is still told by its day.
 */
export function veiledPath(path: string): string {
  return veiled(path);
}

const DAY = /\d{4}-\d{2}(-\d{2})?(T[\d:.]+)?/g;

/** Text of unknown content: hidden whole where it holds a digit that is not part of a day. */
export function veiledDigits(text: string): string {
  return hidden && /\d/.test(text.replace(DAY, '')) ? VEIL : text;
}
