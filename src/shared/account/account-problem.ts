import type { FieldProblem } from './field-problem';

/** What is wrong with one field of an account file. Sentences: locales `account:<code>`. */
export type AccountProblem = FieldProblem;
