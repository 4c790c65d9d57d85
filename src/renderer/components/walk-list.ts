import type { KeyboardEvent } from 'react';
import { isSilentLetter } from './letter-keys';

const PAGE = 10;
const STEPS: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  j: 1,
  k: -1,
  PageDown: PAGE,
  PageUp: -PAGE,
};

/** Arrow keys, Page Up and Down, Home and End walk the buttons of a list; one of them is reached by Tab. */
export function walkList(event: KeyboardEvent<HTMLElement>): void {
  if (event.ctrlKey || event.metaKey || event.altKey || isSilentLetter(event)) return;
  const buttons = [...event.currentTarget.querySelectorAll<HTMLButtonElement>('[data-pick]')];
  const last = buttons.length - 1;
  const at = buttons.findIndex((button) => button === document.activeElement);
  const step = STEPS[event.key];
  const next =
    step !== undefined
      ? Math.min(last, Math.max(0, at + step))
      : event.key === 'Home'
        ? 0
        : event.key === 'End'
          ? last
          : null;
  if (next === null || !buttons[next]) return;
  event.preventDefault();
  buttons[next].focus();
}
