import { useEffect, useRef } from 'react';
import { isSilentLetter } from '../components/letter-keys';
import { behindModal } from '../components/open-modals';
import { verdictOfKey, type Verdict } from './verdict';

/** Hears A, D and Q on the screen that uses it; not in a text field, and not behind an open dialog. */
export function useVerdictKeys(decide: (verdict: Verdict) => void): void {
  const latest = useRef(decide);
  useEffect(() => {
    latest.current = decide;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const verdict = event.repeat ? null : verdictOfKey(event);
      if (!verdict || isSilentLetter(event) || behindModal()) return;
      event.preventDefault();
      latest.current(verdict);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
