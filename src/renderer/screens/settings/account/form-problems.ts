import { createContext, useContext } from 'react';
import type { AccountProblemRow } from '../../../../shared/contract/account-form';
import { problemsByField } from './field-problems';
import type { FieldWarning } from './field-warnings';

/** What stands at the fields of the form. */
export interface ShownProblems {
  /** What is wrong. */
  readonly problems: readonly AccountProblemRow[];
  /** The first of them at each field, by its path. */
  readonly wrong: ReadonlyMap<string, AccountProblemRow>;
  /** What can hardly be so, though it could be saved, by the path of its field. */
  readonly doubtful: ReadonlyMap<string | null, readonly FieldWarning[]>;
}

export function shownProblems(
  problems: readonly AccountProblemRow[],
  warnings: readonly FieldWarning[],
): ShownProblems {
  const doubtful = new Map<string | null, FieldWarning[]>();
  for (const warning of warnings) {
    const beside = doubtful.get(warning.path);
    if (beside) beside.push(warning);
    else doubtful.set(warning.path, [warning]);
  }
  return { problems, wrong: problemsByField(problems), doubtful };
}

export const NO_PROBLEMS = shownProblems([], []);

export const FormProblems = createContext<ShownProblems>(NO_PROBLEMS);

export const useFormProblems = () => useContext(FormProblems);
