import type { ComparisonGroup, Grouping, GROUP_SORTS } from '../../../shared/contract/groups';
import { amountLook, differenceLook } from '../../components/grid/cell-look';
import type { GridColumn } from '../../components/grid/grid-column';
import { statusLook } from '../../components/StatusMark';
import { statusField } from '../../../shared/contract/fields';
import { formatCount, formatId } from '../../format/decimal-text';
import { veiled } from '../../format/privacy';
import type { Words } from '../../i18n/use-words';

type GroupSort = (typeof GROUP_SORTS)[number];
type Column = GridColumn<ComparisonGroup, GroupSort>;

const DECIMALS = 4;

/** The column of the rows that is the same in all rows of a group. */
const SHARED = {
  cause: 'cause',
  item: 'item',
  status: 'status',
  sdkAppId: 'application',
  day: 'day',
} as const satisfies Readonly<Record<Grouping, string>>;

/** What the rows of a group share, in words. */
export function groupName(
  { key, name }: ComparisonGroup,
  by: Grouping,
  { t, term }: Words,
): string {
  if (key === null) return t('grid:group/noKey');
  switch (by) {
    case 'cause':
      return term('causes', key);
    case 'item':
      return term('items', key);
    case 'status':
      return term('statuses', key);
    case 'sdkAppId':
      return name === null ? formatId(key) : `${name} ${formatId(key)}`;
    case 'day':
      return key;
  }
}

export function groupColumns(by: Grouping, words: Words): readonly Column[] {
  const { t, term } = words;
  const amount = (key: 'expected' | 'billed'): Column => ({
    key,
    title: term('headline', key),
    width: 150,
    numeric: true,
    sortBy: key,
    text: (row) => veiled(row[key]),
    look: (row) => amountLook(row[key], DECIMALS),
  });
  return [
    {
      key: 'group',
      title: t(`columns/${SHARED[by]}`),
      width: 260,
      grows: true,
      sortBy: 'key',
      text: (row) => groupName(row, by, words),
      look: (row) => {
        const status = statusField.safeParse(by === 'status' ? row.key : null);
        const name = groupName(row, by, words);
        return status.success ? statusLook(status.data, name) : { text: name };
      },
    },
    {
      key: 'rows',
      title: t('grid:rows'),
      width: 100,
      numeric: true,
      sortBy: 'rows',
      text: (row) => String(row.rows),
      look: (row) => ({ text: formatCount(row.rows) }),
    },
    amount('expected'),
    amount('billed'),
    {
      key: 'difference',
      title: term('headline', 'difference'),
      width: 150,
      numeric: true,
      sortBy: 'magnitude',
      text: (row) => veiled(row.difference),
      look: (row) => differenceLook(row.difference, DECIMALS),
    },
  ];
}
