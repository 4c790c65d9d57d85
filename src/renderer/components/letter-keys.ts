/**
 * Whether a letter or a sign alone is a command: A, D and Q judge, J and K move, ? lists the keys. Who speaks to the
 * computer or presses keys by accident switches them off in Settings (WCAG 2.1.4); each has another way.
 */
let spoken = true;

export function setLetterKeys(next: boolean): void {
  spoken = next;
}

/** True where this key is nothing at this moment: one character without Ctrl, Alt or Command, while these are off. */
export function isSilentLetter(event: {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}): boolean {
  if (spoken || event.ctrlKey || event.metaKey || event.altKey) return false;
  // Space presses what has the focus, as on every page.
  return /^[^ ]$/u.test(event.key);
}
