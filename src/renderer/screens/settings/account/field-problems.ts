import type { AccountProblemRow } from '../../../../shared/contract/account-form';

/** Where a problem of the file is shown in the form, when that is not the field of the same name. */
function placeOf({ path, code }: AccountProblemRow): string {
  if (code === 'discount-or-price') return `${path}.value`;
  return path.replace(/^(contract\[\d+\])\.(discount|price)$/, '$1.value');
}

/** The first problem of a field or of something inside it; null: none. `path` as in the file. */
export function problemAt(
  problems: readonly AccountProblemRow[],
  path: string,
): AccountProblemRow | null {
  return (
    problems.find((problem) => {
      const place = placeOf(problem);
      return place === path || place.startsWith(`${path}[`);
    }) ?? null
  );
}

/** The sentence of a problem: a number that could not be one is told as minutes, since only minutes are numbers. */
export function problemSentence({ code, params }: AccountProblemRow, typed: string) {
  return code === 'wrong-type'
    ? { code: 'bad-minutes', params: { value: typed } }
    : { code, params };
}

/** Problems of the whole file, which no field can show. */
export function wholeFileProblems(
  problems: readonly AccountProblemRow[],
): readonly AccountProblemRow[] {
  return problems.filter(({ path }) => path === '');
}

/** Those at fields that were gone through: what is only half typed is not wrong yet. */
export function problemsAt(
  problems: readonly AccountProblemRow[],
  fields: ReadonlySet<string>,
): readonly AccountProblemRow[] {
  return problems.filter((problem) => {
    const place = placeOf(problem);
    return [...fields].some((field) => place === field || place.startsWith(`${field}[`));
  });
}
