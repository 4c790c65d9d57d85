import { createContext } from 'react';

/** The sentence that stands at the top of the screen: a part of the screen that would say the same says nothing. */
export const SaidAbove = createContext<string | null>(null);
