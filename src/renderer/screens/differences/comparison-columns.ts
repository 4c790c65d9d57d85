import type { JudgedComparison } from '../../../shared/contract/audits';
import type { ComparisonSort } from '../../client/use-comparison-pages';
import { decisionText } from '../../decisions/decision-text';
import { decisionLook } from '../../decisions/decision-look';
import { amountLook, differenceLook } from '../../components/grid/cell-look';
import type { GridColumn } from '../../components/grid/grid-column';
import { statusLook } from '../../components/StatusMark';
import { formatStretch } from '../../format/day-text';
import { formatId, formatPrice, formatQuantity } from '../../format/decimal-text';
import { veiled } from '../../format/privacy';
import type { Words } from '../../i18n/use-words';

type Column = GridColumn<JudgedComparison, ComparisonSort['by']>;

/** Amounts on a bill have at most this many decimals that are not zero in practice; longer ones still show in full. */
const DECIMALS = 4;
const NONE = '—';

const quantity = (value: string | null) => (value === null ? NONE : formatQuantity(value));
const price = (value: string | null) => (value === null ? NONE : formatPrice(value));

/** Those that say which row it is, beside an open explanation. */
export const BRIEF_COMPARISON = ['status', 'period', 'item', 'difference', 'decision'] as const;

export function comparisonColumns(words: Words): readonly Column[] {
  const { t, term } = words;
  const status: Column = {
    key: 'status',
    title: t('columns/status'),
    width: 112,
    sortBy: 'status',
    text: (row) => term('statuses', row.status),
    look: (row) => statusLook(row.status, term('statuses', row.status)),
  };
  const period: Column = {
    key: 'period',
    title: t('columns/period'),
    width: 88,
    sortBy: 'periodStart',
    text: (row) => formatStretch(row.periodStart, row.periodEnd),
  };
  const item: Column = {
    key: 'item',
    title: t('columns/item'),
    width: 150,
    grows: true,
    sortBy: 'item',
    text: (row) => (row.item ? term('items', row.item) : t('item/none')),
  };
  const difference: Column = {
    key: 'difference',
    title: t('columns/difference'),
    width: 96,
    numeric: true,
    sortBy: 'magnitude',
    text: (row) => veiled(row.difference),
    look: (row) => differenceLook(row.difference, DECIMALS),
  };
  const cause: Column = {
    key: 'cause',
    title: t('columns/cause'),
    width: 184,
    grows: true,
    text: (row) => row.causes.map((share) => term('causes', share.cause)).join(' · ') || NONE,
  };
  const numeric = (
    key: 'expectedQuantity' | 'billedQuantity' | 'expectedPrice' | 'billedPrice',
    written: (value: string | null) => string,
  ): Column => ({
    key,
    title: t(`columns/${key}`),
    width: 116,
    numeric: true,
    text: (row) => veiled(row[key] ?? ''),
    look: (row) => ({ text: written(row[key]) }),
  });
  const amount = (key: 'expectedAmount' | 'billedAmount'): Column => ({
    key,
    title: t(`columns/${key}`),
    width: 92,
    numeric: true,
    sortBy: key,
    text: (row) => veiled(row[key]),
    look: (row) => amountLook(row[key], DECIMALS),
  });
  // What a person decides by stands first, and is in view in a narrow window too; the numbers behind it follow.
  return [
    status,
    period,
    {
      key: 'application',
      title: t('columns/application'),
      width: 96,
      grows: true,
      sortBy: 'sdkAppId',
      text: (row) => row.appName ?? (row.sdkAppId === null ? NONE : formatId(row.sdkAppId)),
    },
    item,
    cause,
    difference,
    {
      key: 'decision',
      title: t('columns/decision'),
      width: 112,
      text: (row) => decisionText(row, words),
      look: (row) => decisionLook(row, words),
    },
    amount('expectedAmount'),
    amount('billedAmount'),
    numeric('expectedQuantity', quantity),
    numeric('billedQuantity', quantity),
    numeric('expectedPrice', price),
    numeric('billedPrice', price),
  ];
}
