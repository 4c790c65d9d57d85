import { createContext, useContext } from 'react';
import type { AccountProblemRow } from '../../../../shared/contract/account-form';

/** What the engine found wrong at the last try to save; empty while nothing was tried. */
export const FormProblems = createContext<readonly AccountProblemRow[]>([]);

export const useFormProblems = () => useContext(FormProblems);
