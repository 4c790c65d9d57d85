import { useDeferredValue, type ReactNode } from 'react';

/**
 * Parts of a screen below what is seen of it first. They are drawn right after the rest, in steps between which keys
 * and clicks are heard. One within another follows the other.
 */
export function Afterwards({ children }: { readonly children: ReactNode }) {
  const due = useDeferredValue(true, false);
  return due && children;
}
