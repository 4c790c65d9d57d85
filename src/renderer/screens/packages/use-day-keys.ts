import { useEffect, useRef } from 'react';
import { behindModal } from '../../components/open-modals';

/** Keys that are typed into or that move within these are theirs. */
const OWN_KEYS = 'input, textarea, select, [role="grid"], [role="dialog"]';

/** Hears the left and the right arrow: the day before, the day after; null where there is none. */
export function useDayKeys(before: (() => void) | null, after: (() => void) | null): void {
  const latest = useRef({ before, after });
  useEffect(() => {
    latest.current = { before, after };
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      if (event.target instanceof Element && event.target.closest(OWN_KEYS)) return;
      if (behindModal()) return;
      const step =
        event.key === 'ArrowLeft'
          ? latest.current.before
          : event.key === 'ArrowRight'
            ? latest.current.after
            : null;
      if (step === null) return;
      event.preventDefault();
      step();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
