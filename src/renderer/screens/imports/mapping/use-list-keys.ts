import type { KeyboardEvent } from 'react';

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, j: 1, k: -1 };

/** Arrow keys, Home and End walk the buttons of a list; one of them is reached by Tab. */
export function walkList(event: KeyboardEvent<HTMLElement>): void {
  const buttons = [...event.currentTarget.querySelectorAll<HTMLButtonElement>('[data-pick]')];
  const at = buttons.findIndex((button) => button === document.activeElement);
  const step = STEPS[event.key];
  const next =
    step !== undefined
      ? at + step
      : event.key === 'Home'
        ? 0
        : event.key === 'End'
          ? buttons.length - 1
          : null;
  if (next === null || !buttons[next]) return;
  event.preventDefault();
  buttons[next].focus();
}
