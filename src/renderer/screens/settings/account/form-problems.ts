import { createContext, useContext } from 'react';
import type { AccountProblemRow } from '../../../../shared/contract/account-form';
import type { FieldWarning } from './field-warnings';

/** What stands at the fields of the form. */
export interface ShownProblems {
  /** What is wrong. */
  readonly problems: readonly AccountProblemRow[];
  /** What can hardly be so, though it could be saved. */
  readonly warnings: readonly FieldWarning[];
}

export const NO_PROBLEMS: ShownProblems = { problems: [], warnings: [] };

export const FormProblems = createContext<ShownProblems>(NO_PROBLEMS);

export const useFormProblems = () => useContext(FormProblems);
