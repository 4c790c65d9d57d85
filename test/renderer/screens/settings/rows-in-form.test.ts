import { describe, expect, it } from 'vitest';
import { shownProblems } from '../../../../src/renderer/screens/settings/account/form-problems';
import {
  rowsInForm,
  wrongRows,
} from '../../../../src/renderer/screens/settings/account/rows-in-form';

const ROWS = Array.from({ length: 2000 }, (_, index) => ({ key: `package-${index}` }));
const NONE = new Set<never>();
const indicesOf = (rows: readonly { readonly index: number }[]) => rows.map(({ index }) => index);
const problemsAt = (...paths: readonly string[]) =>
  shownProblems(
    paths.map((path) => ({ path, code: 'bad-day', params: {} })),
    [],
  );

describe('the rows of a long list in the form', () => {
  it('are its beginning, with the place that each has in the file', () => {
    const { first, further } = rowsInForm(ROWS, 20, NONE, NONE);
    expect(indicesOf(first)).toEqual(Array.from({ length: 20 }, (_, index) => index));
    expect(first[7]?.row).toBe(ROWS[7]);
    expect(further).toEqual([]);
  });

  it('are also those that are wrong or were just added, each once and not those between', () => {
    const { first, further } = rowsInForm(
      ROWS,
      20,
      new Set([3, 1500, 1999]),
      new Set(['package-1999', 'package-2']),
    );
    expect(first).toHaveLength(20);
    expect(indicesOf(further)).toEqual([1500, 1999]);
  });

  it('are not all of them where all are wrong', () => {
    const all = new Set(ROWS.keys());
    expect(indicesOf(rowsInForm(ROWS, 20, all, NONE).further)).toEqual(
      Array.from({ length: 20 }, (_, index) => 20 + index),
    );
    expect(rowsInForm(ROWS, 20, all, new Set(['package-1999'])).further).toHaveLength(21);
  });

  it('are wrong by the path of the problem, of the list itself and of no other', () => {
    const problems = problemsAt(
      'packages[12].expiresOn',
      'packages[12].apps[3]',
      'packages[7]',
      'contract[1].value',
      'packages',
      'name',
    );
    expect(wrongRows(problems, 'packages')).toEqual(new Set([12, 7]));
    expect(wrongRows(problems, 'contract')).toEqual(new Set([1]));
    expect(wrongRows(problems, 'apps')).toEqual(new Set());
  });
});

describe('what stands at the fields', () => {
  it('is the first problem of each field or of something in it', () => {
    const { wrong } = problemsAt('packages[2].apps[1]', 'packages[2].apps[0]', 'packages[2].id');
    expect(wrong.get('packages[2].apps')?.path).toBe('packages[2].apps[1]');
    expect(wrong.get('packages[2].id')?.path).toBe('packages[2].id');
    expect(wrong.get('packages')?.path).toBe('packages[2].apps[1]');
    expect(wrong.get('packages[2].name')).toBeUndefined();
  });

  it('is every warning of a field, in the order of the engine', () => {
    const warning = (path: string | null, code: string) => ({ path, code, params: {} });
    const { doubtful } = shownProblems(
      [],
      [warning('trial.expiresOn', 'a'), warning(null, 'b'), warning('trial.expiresOn', 'c')],
    );
    expect(doubtful.get('trial.expiresOn')?.map(({ code }) => code)).toEqual(['a', 'c']);
    expect(doubtful.get(null)?.map(({ code }) => code)).toEqual(['b']);
  });
});
