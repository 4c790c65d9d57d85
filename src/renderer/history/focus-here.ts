/** Puts the focus into the list of steps where the workspace stands, unless it is at work inside the dialog already. */
export function focusHere(list: Element | null): void {
  const focused = document.activeElement;
  const dialog = list?.closest('[role="dialog"]');
  const atWork =
    dialog?.contains(focused) === true && focused?.matches('[role="dialog"], :disabled') === false;
  if (!atWork) list?.querySelector<HTMLElement>('[aria-current]')?.focus();
}

/** The same, when a dialog has just been opened and has taken the focus itself. */
export function focusHereWhenOpen(open: boolean): void {
  if (open) focusHere(document.querySelector('[role="dialog"] .history-steps'));
}
