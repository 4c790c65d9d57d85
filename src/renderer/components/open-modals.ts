const MODALS = 'dialog[open], [role="dialog"][aria-modal="true"]';

/** The dialogs that the rest of the window waits for. One that was closed may still stand in the page, hidden. */
export function openModals(): readonly Element[] {
  return [...document.querySelectorAll(MODALS)].filter((modal) => modal.checkVisibility());
}

/** True where a key belongs to a dialog, or to nothing because one is open: it is no command of the screen behind. */
export function behindModal(): boolean {
  return openModals().length > 0;
}
