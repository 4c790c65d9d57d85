import { useEffect, useLayoutEffect, useRef } from 'react';
import { openModals } from './open-modals';

/** So many pictures at most until a dialog that was closed lets the focus go. */
const PICTURES = 30;

/**
 * `focusable` of each Modal beside which `useModalKeys` works. The library would give the focus back a second time, when
 * its motion ends, and take it from wherever a person has gone meanwhile.
 */
export const GIVEN_BACK_AT_ONCE = { focusTriggerAfterClose: false } as const;

/**
 * While a dialog is asked for, also while its script is still loading or it is about to take the focus, a key outside
 * of it does nothing: a letter would judge a row and Enter press the button again. Escape calls the dialog off.
 * When it is closed, the keys are at once where they were before it.
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
      if (before instanceof HTMLElement && before !== document.body) giveBack(before);
    };
  }, [open]);
}

/** Whatever in the dialog had the focus goes with it, or stays in it while it fades: both have nobody to hear a key. */
function giveBack(before: HTMLElement): void {
  const left = document.activeElement?.closest('[role="dialog"]') ?? null;
  const step = (pictures: number) => {
    const at = document.activeElement;
    const isLost = at === null || at === document.body || left?.contains(at) === true;
    if (!isLost) return;
    before.focus();
    // The dialog may hold the focus for as long as it is still in its last picture.
    if (document.activeElement !== before && pictures > 0)
      requestAnimationFrame(() => step(pictures - 1));
  };
  requestAnimationFrame(() => step(PICTURES));
}
