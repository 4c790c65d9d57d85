import type { Input } from '../../shared/contract/contract';

export type Verdict = Input<'decisions.set'>['verdict'];

/** In the order in which they are offered, each with its key in the grid. */
export const VERDICTS = [
  { verdict: 'accept', key: 'a' },
  { verdict: 'dispute', key: 'd' },
  { verdict: 'ask', key: 'q' },
] as const satisfies readonly { verdict: Verdict; key: string }[];

interface Keystroke {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly target: EventTarget | null;
}

/** True where typing belongs to a field and is no command. */
export function isTextField(target: EventTarget | null): boolean {
  if (typeof HTMLElement === 'undefined' || !(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable ||
    target instanceof HTMLInputElement ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement
  );
}

/** The verdict that a key means; null for every other key, and wherever a person is typing. */
export function verdictOfKey({ key, ctrlKey, metaKey, altKey, target }: Keystroke): Verdict | null {
  if (ctrlKey || metaKey || altKey || isTextField(target)) return null;
  return VERDICTS.find((one) => one.key === key.toLowerCase())?.verdict ?? null;
}

/** Undo (Ctrl+Z), redo (Ctrl+Shift+Z, Ctrl+Y); a text field keeps its own. */
export function historyMoveOfKey(stroke: Keystroke & { readonly shiftKey: boolean }) {
  const { key, ctrlKey, metaKey, altKey, shiftKey, target } = stroke;
  if (altKey || (!ctrlKey && !metaKey) || isTextField(target)) return null;
  const letter = key.toLowerCase();
  if (letter === 'z') return shiftKey ? ('redo' as const) : ('undo' as const);
  return letter === 'y' && ctrlKey && !shiftKey ? ('redo' as const) : null;
}
