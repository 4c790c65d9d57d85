import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';

const FIELD = 'input, select';

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
  const [wanted, want] = useState<{ readonly what: 'row' | 'add' } | null>(null);
  useEffect(() => {
    if (wanted === null) return;
    const places = list.current?.querySelectorAll<HTMLElement>(
      wanted.what === 'row' ? '[data-row]' : '[data-add]',
    );
    const last = places?.item(places.length - 1);
    const field = wanted.what === 'row' ? last?.querySelector<HTMLElement>(FIELD) : last;
    field?.focus();
  }, [wanted]);
  return {
    list,
    focusLast: useCallback(() => want({ what: 'row' }), []),
    focusAdd: useCallback(() => want({ what: 'add' }), []),
  };
}
