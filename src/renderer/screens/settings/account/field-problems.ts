import type { AccountProblemRow } from '../../../../shared/contract/account-form';

/** Where a problem of the file is shown in the form, when that is not the field of the same name. */
function placeOf({ path, code }: AccountProblemRow): string {
  if (code === 'discount-or-price') return `${path}.value`;
  return path.replace(/^(contract\[\d+\])\.(discount|price)$/, '$1.value');
}

/**
 * The first problem of each field or of something inside it, by the field's path as in the file: looked up once for all
 * fields, since a long form asks hundreds of times.
 */
export function problemsByField(
  problems: readonly AccountProblemRow[],
): ReadonlyMap<string, AccountProblemRow> {
  const byField = new Map<string, AccountProblemRow>();
  for (const problem of problems) {
    const place = placeOf(problem);
    for (let end = place.indexOf('['); end >= 0; end = place.indexOf('[', end + 1)) {
      const around = place.slice(0, end);
      if (!byField.has(around)) byField.set(around, problem);
    }
    if (!byField.has(place)) byField.set(place, problem);
  }
  return byField;
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
