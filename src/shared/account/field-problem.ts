import type { z } from 'zod';

/** What can be wrong with a field of a file that people write (account, price book). */
export const FIELD_PROBLEM_CODES = [
  'not-json',
  'not-an-object',
  'unknown-field',
  'missing-field',
  'wrong-type',
  'bad-choice',
  'bad-day',
  'bad-time',
  'bad-money',
  'bad-discount',
  'bad-minutes',
  'no-minutes',
  'bad-item',
  'bad-id',
  'duplicate-id',
  'discount-or-price',
  'empty-period',
] as const;
export type FieldProblemCode = (typeof FIELD_PROBLEM_CODES)[number];

/**
 * What is wrong with one field. `path` is written as in the file (`packages[0].purchasedAt`; empty: the
 * whole file); `code` names the sentence (locales: `account:<code>`), `params` fill it.
 */
export interface FieldProblem {
  readonly path: string;
  readonly code: FieldProblemCode;
  readonly params: Readonly<Record<string, string | number>>;
}

/** `['packages', 0, 'minutes']` -> `packages[0].minutes`. */
export function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text}[${part}]`;
    return text === '' ? String(part) : `${text}.${String(part)}`;
  }, '');
}

/** What a failed parse says, field by field. The parse must have been told to report its input. */
export function fieldProblems(error: z.ZodError): readonly FieldProblem[] {
  return error.issues.flatMap(problemsOf);
}

function problemsOf(issue: z.core.$ZodIssue): FieldProblem[] {
  const path = pathText(issue.path);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        path: pathText([...issue.path, key]),
        code: 'unknown-field',
        params: { field: key },
      }));
    case 'invalid_type':
      if (issue.input === undefined) return [{ path, code: 'missing-field', params: {} }];
      if (path === '') return [{ path, code: 'not-an-object', params: {} }];
      return [{ path, code: 'wrong-type', params: { expected: issue.expected } }];
    case 'invalid_value':
      if (issue.input === undefined) return [{ path, code: 'missing-field', params: {} }];
      return [
        {
          path,
          code: 'bad-choice',
          params: { value: shown(issue.input), choices: issue.values.map(String).join(', ') },
        },
      ];
    case 'custom':
      return [customProblem(path, issue.params ?? {})];
    default:
      return [{ path, code: 'wrong-type', params: { expected: issue.code } }];
  }
}

function customProblem(path: string, params: Readonly<Record<string, unknown>>): FieldProblem {
  const code = FIELD_PROBLEM_CODES.find((known) => known === params['problem']) ?? 'wrong-type';
  const value = params['value'];
  return { path, code, params: typeof value === 'string' ? { value } : {} };
}

function shown(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
