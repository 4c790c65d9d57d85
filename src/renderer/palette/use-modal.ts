import { useLayoutEffect, type RefObject } from 'react';

/** Opens the dialog as it is drawn, not after: from then on every key is its own. */
export function useModal(dialog: RefObject<HTMLDialogElement | null>): void {
  useLayoutEffect(() => {
    const element = dialog.current;
    if (element && !element.open) element.showModal();
  }, [dialog]);
}
