import { useEffect } from 'react';
import { isSilentLetter } from '../components/letter-keys';
import { openModals } from '../components/open-modals';

/** What the keys that work everywhere do. */
export interface WindowKeys {
  readonly palette: () => void;
  readonly shortcuts: () => void;
  readonly privacy: () => void;
  /** The screen at this place of the rail, counted from 0. */
  readonly screen: (place: number) => void;
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLInputElement ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement
  );
}

/** A dialog that is not the search itself: what is behind it has to wait, except that amounts can always be hidden. */
const isBusy = () => openModals().some((modal) => !modal.matches('.palette'));

/** Listens for the keys that work on every screen; letters alone do nothing while somebody types. */
export function useWindowKeys(keys: WindowKeys): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      const command = event.ctrlKey || event.metaKey;
      const key = event.key.toLowerCase();
      if (command && event.shiftKey && key === 'p') keys.privacy();
      else if (isBusy()) return;
      else if (command && !event.shiftKey && !event.altKey && key === 'k') keys.palette();
      else if (command && !event.altKey && key === '/') keys.shortcuts();
      else if (event.key === '?' && !command && !isTyping(event.target) && !isSilentLetter(event))
        keys.shortcuts();
      else if (event.altKey && !command && /^Digit[1-9]$/.test(event.code))
        keys.screen(Number(event.code.slice(-1)) - 1);
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [keys]);
}
