import type { Issue } from '../../../shared/issue';
import { focusVersion } from '../reading/rows/focus-version';
import { headerName } from '../reading/layout/header-name';
import type { Layout } from '../reading/layout/layout';
import { unreadMoney } from '../reading/mapping/money-columns';

/** What is said of each kind of file that is evidence and not counted. */
const OF_KIND: Readonly<Partial<Record<Layout['profile']['kind'], string>>> = {
  totals: 'read-totals',
  transactions: 'read-transactions',
  packages: 'read-packages',
  deductions: 'read-deductions',
};

/** How a file is taken where that is not plain from its rows: other clocks, shown decimals, checks only. */
function notesOfKind({ profile, fields }: Layout): readonly Note[] {
  if (profile.focus) return [['note', 'read-focus', { version: focusVersion(fields) }]];
  if (profile.amountDecimals !== undefined)
    return [['note', 'read-shown-decimals', { decimals: profile.amountDecimals }]];
  const code = OF_KIND[profile.kind];
  return code === undefined ? [] : [['note', code, {}]];
}

type Note = readonly [Issue['severity'], string, Issue['params']];

/** By whom the columns were named, and who else would have. */
function notesOfMapping({ mapping, passedOver, header }: Layout): readonly Note[] {
  const names = new Set(header.map(headerName));
  const absent = Object.keys(mapping?.columns ?? {}).filter(
    (column) => !names.has(headerName(column)),
  );
  return [
    ...(mapping?.profile ? [['note', 'read-by-profile', mapping.profile] as const] : []),
    ...(mapping && !mapping.profile ? [['note', 'read-by-mapping', {}] as const] : []),
    ...(passedOver?.by === 'profile'
      ? [['note', 'profile-not-needed', { name: passedOver.name }] as const]
      : []),
    ...(passedOver?.by === 'program' ? [['note', 'profile-reads-more', {}] as const] : []),
    ...absent.map((column) => ['warning', 'mapping-column-absent', { column }] as const),
  ];
}

/** What is to be said of how a file is read, whatever its rows hold. */
export function readingNotes(layout: Layout, file: string): Issue[] {
  const { header, fields, sample } = layout;
  const money = unreadMoney(header, fields, sample).map((column): Issue => {
    const name = header[column] ?? '';
    return {
      severity: 'warning',
      code: 'column-money-unread',
      params: { column: name },
      origin: { file, column: name },
    };
  });
  return [
    ...[...notesOfKind(layout), ...notesOfMapping(layout)].map(
      ([severity, code, params]): Issue => ({ severity, code, params, origin: { file } }),
    ),
    ...money,
  ];
}
