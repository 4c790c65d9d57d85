import { useEffect, useLayoutEffect, useRef } from 'react';
import { openModals } from './open-modals';

/** So many pictures at most until a dialog that was closed has gone. */
const PICTURES = 30;

/**
 * While a dialog is asked for, also while its script is still loading or it is about to take the focus, a key outside
 * of it does nothing: a letter would judge a row and Enter press the button again. Escape calls the dialog off.
 * When it is closed, the keys are where they were before it.
 */
export function useModalKeys(open: boolean, onClose: () => void): void {
  const latest = useRef(onClose);
  useEffect(() => {
    latest.current = onClose;
  });
  useLayoutEffect(() => {
    if (!open) return;
    const before = document.activeElement;
    const onKeyDown = (event: KeyboardEvent) => {
      const { target } = event;
      if (target instanceof Node && openModals().some((modal) => modal.contains(target))) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (event.key === 'Escape') latest.current();
    };
    // Before anybody else hears it.
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => {
      window.removeEventListener('keydown', onKeyDown, { capture: true });
      // The dialog goes with one of the next pictures, and whatever in it had the focus.
      const giveBack = (pictures: number) => {
        if (document.activeElement === document.body && before instanceof HTMLElement)
          before.focus();
        else if (pictures > 0) requestAnimationFrame(() => giveBack(pictures - 1));
      };
      requestAnimationFrame(() => giveBack(PICTURES));
    };
  }, [open]);
}
