import type { BILL_LINE_SORTS, CheckedBillLine } from '../../../shared/contract/bills';
import { amountLook } from '../../components/grid/cell-look';
import type { GridColumn } from '../../components/grid/grid-column';
import { formatId, formatPrice, formatQuantity } from '../../format/decimal-text';
import { veiled } from '../../format/privacy';
import type { Words } from '../../i18n/use-words';
import { findingLook } from './finding-look';

type Column = GridColumn<CheckedBillLine, (typeof BILL_LINE_SORTS)[number]>;

/** So many decimals line up; a longer amount still shows in full. */
const DECIMALS = 4;
const NONE = '—';

/** Those that say which line it is, beside an open one. */
export const BRIEF_LINE = ['line', 'day', 'item', 'amount', 'findings'] as const;

/** `checked`: false until the month has been audited. */
export function billLineColumns(
  words: Words,
  checked: boolean,
  appNames: ReadonlyMap<string, string>,
): readonly Column[] {
  const { t, term } = words;
  const applicationName = (sdkAppId: string) => {
    const name = appNames.get(sdkAppId);
    return name === undefined ? formatId(sdkAppId) : `${name} ${formatId(sdkAppId)}`;
  };
  const line: Column = {
    key: 'line',
    title: t('columns/line'),
    width: 58,
    numeric: true,
    sortBy: 'file',
    text: (row) => String(row.line.origin.line ?? NONE),
  };
  const day: Column = {
    key: 'day',
    title: t('columns/day'),
    width: 88,
    sortBy: 'day',
    text: (row) => (row.line.usageStart ?? row.line.chargedAt)?.slice(0, 10) ?? NONE,
  };
  const item: Column = {
    key: 'item',
    title: t('columns/item'),
    width: 150,
    grows: true,
    sortBy: 'item',
    text: (row) => (row.line.item ? term('items', row.line.item) : row.line.componentName || NONE),
  };
  const amount: Column = {
    key: 'amount',
    title: t('billLine/amount'),
    width: 116,
    numeric: true,
    sortBy: 'amount',
    text: (row) => veiled(row.line.amount),
    look: (row) => amountLook(row.line.amount, DECIMALS),
  };
  const findings: Column = {
    key: 'findings',
    title: t('columns/findings'),
    width: 142,
    grows: true,
    text: ({ findings }) => findings.map(({ code }) => term('findings', code)).join(' · '),
    look: (row) => findingLook(row, checked, words),
  };
  const price = (key: 'listPrice' | 'unitPrice'): Column => ({
    key,
    title: t(`billLine/${key}`),
    width: 76,
    numeric: true,
    text: ({ line: { [key]: value } }) => veiled(value ?? ''),
    look: ({ line: { [key]: value } }) => ({ text: value === null ? NONE : formatPrice(value) }),
  });
  return [
    line,
    day,
    {
      key: 'bucket',
      title: t('columns/bucket'),
      width: 128,
      sortBy: 'bucket',
      text: (row) => term('buckets', row.line.bucket),
    },
    {
      key: 'application',
      title: t('columns/application'),
      width: 146,
      grows: true,
      sortBy: 'sdkAppId',
      text: ({ line: { sdkAppId } }) => (sdkAppId === null ? NONE : applicationName(sdkAppId)),
      // One that has a name is known by it; a copy and the line's own panel give the id too.
      look: ({ line: { sdkAppId } }) => ({
        text: sdkAppId === null ? NONE : (appNames.get(sdkAppId) ?? formatId(sdkAppId)),
      }),
    },
    item,
    {
      key: 'quantity',
      title: t('billLine/quantity'),
      width: 104,
      numeric: true,
      text: ({ line: { quantity } }) => veiled(quantity ?? ''),
      look: ({ line: { quantity, quantityUnit } }) => ({
        text: quantity === null ? NONE : `${formatQuantity(quantity)} ${quantityUnit}`,
      }),
    },
    price('listPrice'),
    price('unitPrice'),
    amount,
    findings,
  ];
}
