import type { USAGE_SORTS, UsageRow } from '../../../shared/contract/usage';
import type { GridColumn } from '../../components/grid/grid-column';
import { formatCount, formatId, formatQuantity } from '../../format/decimal-text';
import { minutesOf } from '../../format/minutes-text';
import { veiled } from '../../format/privacy';
import type { Words } from '../../i18n/use-words';

type Column = GridColumn<UsageRow, (typeof USAGE_SORTS)[number]>;

/** Those that say which use it is, beside open rows. */
export const BRIEF_USAGE = ['day', 'application', 'item', 'billing'] as const;

const NONE = '—';

/** Minutes as decimal text; null where one side has no number. */
function gapOf({ billingSeconds, consoleSeconds }: UsageRow): string | null {
  if (billingSeconds === null || consoleSeconds === null) return null;
  return minutesOf(consoleSeconds - billingSeconds);
}

export function usageColumns(
  { t, term }: Words,
  appNames: ReadonlyMap<string, string>,
): readonly Column[] {
  const minutes = (
    key: 'billing' | 'console' | 'gap',
    of: (row: UsageRow) => string | null,
    toned = false,
  ): Column => ({
    key,
    title: t(`usage:${key}`),
    width: key === 'gap' ? 140 : 120,
    numeric: true,
    sortBy: key,
    text: (row) => veiled(of(row) ?? ''),
    look: (row) => {
      const value = of(row);
      if (value === null) return { text: NONE, tone: 'muted' };
      const marked = toned && value !== '0';
      const sign = marked && !value.startsWith('-') ? '+' : '';
      return { text: `${sign}${formatQuantity(value)}`, tone: marked ? 'usage-gap' : '' };
    },
  });
  return [
    {
      key: 'day',
      title: t('columns/day'),
      width: 110,
      sortBy: 'day',
      text: (row) => row.day,
    },
    {
      key: 'application',
      title: t('columns/application'),
      width: 150,
      grows: true,
      sortBy: 'sdkAppId',
      text: ({ sdkAppId }) => {
        const name = appNames.get(sdkAppId);
        return name === undefined ? formatId(sdkAppId) : `${name} ${formatId(sdkAppId)}`;
      },
    },
    {
      key: 'item',
      title: t('columns/item'),
      width: 150,
      grows: true,
      sortBy: 'item',
      text: (row) => term('items', row.item),
    },
    minutes('billing', (row) =>
      row.billingSeconds === null ? null : minutesOf(row.billingSeconds),
    ),
    minutes('console', (row) =>
      row.consoleSeconds === null ? null : minutesOf(row.consoleSeconds),
    ),
    minutes('gap', gapOf, true),
    {
      key: 'rows',
      title: t('grid:rows'),
      width: 90,
      numeric: true,
      text: (row) => String(row.rows),
      look: (row) => ({ text: formatCount(row.rows) }),
    },
  ];
}
