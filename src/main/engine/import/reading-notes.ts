import type { Issue } from '../../../shared/issue';
import { focusVersion } from './focus-version';
import type { Layout } from './layout';

/** What is said of each kind of file that is evidence and not counted. */
const OF_KIND: Readonly<Partial<Record<Layout['profile']['kind'], string>>> = {
  totals: 'read-totals',
  transactions: 'read-transactions',
  packages: 'read-packages',
  deductions: 'read-deductions',
};

/** How a file is taken where that is not plain from its rows: other clocks, shown decimals, checks only. */
export function readingNotes(
  { profile, fields }: Pick<Layout, 'profile' | 'fields'>,
  file: string,
): Issue[] {
  const note = (code: string, params: Issue['params'] = {}): Issue[] => [
    { severity: 'note', code, params, origin: { file } },
  ];
  if (profile.focus) return note('read-focus', { version: focusVersion(fields) });
  if (profile.amountDecimals !== undefined)
    return note('read-shown-decimals', { decimals: profile.amountDecimals });
  const code = OF_KIND[profile.kind];
  return code === undefined ? [] : note(code);
}
