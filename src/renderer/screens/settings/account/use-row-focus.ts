import { useEffect, useRef, useState, type RefObject } from 'react';

/**
 * Keeps the keyboard where the work is: in the first field of a row that was added, and at the button that adds one
 * when a row was removed.
 */
export function useRowFocus(): {
  readonly list: RefObject<HTMLDivElement | null>;
  readonly focusLast: () => void;
  readonly focusAdd: () => void;
} {
  const list = useRef<HTMLDivElement>(null);
  const [wanted, want] = useState<{ readonly selector: string } | null>(null);
  useEffect(() => {
    if (wanted === null) return;
    const found = list.current?.querySelectorAll<HTMLElement>(wanted.selector);
    found?.item(found.length - 1).focus();
  }, [wanted]);
  return {
    list,
    focusLast: () => want({ selector: '[data-row]:last-of-type input:first-of-type' }),
    focusAdd: () => want({ selector: '[data-add]' }),
  };
}
