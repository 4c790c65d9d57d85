import { useEffect } from 'react';
import { useNavigation } from '../state/navigation';

/** What stands above the heading may come after it; for so long it is kept in view. */
const SETTLING_MS = 3_000;
const HANDS = ['wheel', 'pointerdown', 'keydown'] as const;

/** Brings the part of a screen into view that somebody went to by its heading, as soon as it is there. */
export function useSoughtHeading(): void {
  const { place } = useNavigation();
  const { heading, visit } = place;
  useEffect(() => {
    const main = document.querySelector('main');
    if (heading === undefined || !main) return;
    let found = false;
    const seek = () => {
      const part = [...main.querySelectorAll<HTMLElement>('h2, legend')].find(
        (one) => one.firstChild?.textContent === heading,
      );
      if (!part) return;
      part.scrollIntoView({ block: 'start' });
      if (found) return;
      found = true;
      part.tabIndex = -1;
      part.focus({ preventScroll: true });
    };
    const changes = new MutationObserver(seek);
    const end = () => {
      changes.disconnect();
      clearTimeout(timer);
      for (const hand of HANDS) window.removeEventListener(hand, end, true);
    };
    const timer = setTimeout(end, SETTLING_MS);
    // Who goes on by themselves is not pulled back.
    for (const hand of HANDS) window.addEventListener(hand, end, true);
    changes.observe(main, { childList: true, subtree: true });
    seek();
    return end;
  }, [heading, visit]);
}
