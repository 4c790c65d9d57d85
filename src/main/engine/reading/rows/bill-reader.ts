import type { Bucket } from '../../../../shared/bill/bill-line';
import { billedApplication, billedItem, bucketOf } from '../../../../shared/bill/recognise';
import type { Item } from '../../../../shared/catalog/item';
import { CURRENCY_OF_SITE, type Currency, type Site } from '../../../../shared/catalog/site';
import {
  cleanCell,
  isDamagedId,
  isEmptyCell,
  isProblem,
  momentCell,
  numberCell,
  percentCell,
  scaledCell,
  shorten,
  type Moment,
} from '../cells/cells';
import {
  quarantined,
  type FieldColumns,
  type RowRefusal,
  type RowWarning,
} from '../cells/row-outcome';

const AMOUNT_SCALE = 8;
const decimalsOf = (canonical: string) => canonical.split('.')[1]?.length ?? 0;
const TEXT_FIELDS = [
  'payerUin',
  'ownerUin',
  'product',
  'productCode',
  'subProduct',
  'billingMode',
  'transactionType',
  'transactionId',
  'orderId',
  'resourceId',
  'componentType',
  'componentName',
  'priceUnit',
  'quantityUnit',
  'durationUnit',
] as const;
const ID_FIELDS = ['payerUin', 'ownerUin', 'transactionId', 'orderId', 'resourceId'] as const;
const AMOUNT_FIELDS = [
  'originalAmount',
  'amount',
  'voucher',
  'freeCredit',
  'sharedIncome',
  'cash',
  'tax',
  'totalWithTax',
] as const;
/** Multiplied or shown, never summed. */
const NUMBER_FIELDS = [
  'listPrice',
  'unitPrice',
  'quantity',
  'duration',
  'discount',
  'taxRate',
] as const;
const KNOWN_CURRENCIES: ReadonlyMap<string, Currency> = new Map(
  Object.values(CURRENCY_OF_SITE).map((currency) => [currency, currency]),
);
const TIME_FIELDS = ['chargedAt', 'usageStart', 'usageEnd'] as const;

type Texts = Record<(typeof TEXT_FIELDS)[number], string>;
type Amounts = Record<(typeof AMOUNT_FIELDS)[number], bigint | null>;
type Numbers = Record<(typeof NUMBER_FIELDS)[number], string | null>;
type Times = Record<(typeof TIME_FIELDS)[number], string | null>;

/** What a bill line says; amounts x 10^8, numbers and times as canonical text. */
export interface BillRow {
  readonly texts: Texts;
  readonly amounts: Amounts & { readonly amount: bigint };
  /** Decimals to which the file prints amounts. */
  readonly amountDecimals: number;
  readonly numbers: Numbers;
  readonly times: Times;
  /** YYYYMMDD: start of use, else of the deduction. */
  readonly day: number;
  readonly bucket: Bucket;
  readonly item: Item | null;
  readonly sdkAppId: string | null;
  readonly currency: Currency;
  readonly warnings: readonly RowWarning[];
}

const pad = (value: number) => String(value).padStart(2, '0');

function timeText({ day, second }: Moment): string {
  const date = String(day);
  const s = second ?? 0;
  return `${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}T${pad(Math.floor(s / 3600))}:${pad(Math.floor(s / 60) % 60)}:${pad(s % 60)}`;
}

/** Reads every field of a kind, stopping at the first that cannot be read. */
function collect<Field extends string, T>(
  fields: readonly Field[],
  read: (field: Field) => T | RowRefusal,
): Record<Field, T> | RowRefusal {
  const all: Partial<Record<Field, T>> = {};
  for (const field of fields) {
    const value = read(field);
    if (isRefusal(value)) return value;
    all[field] = value;
  }
  return all as Record<Field, T>;
}

function isRefusal(value: unknown): value is RowRefusal {
  return typeof value === 'object' && value !== null && 'outcome' in value;
}

/**
 * Reads the lines of a bill detail or of a bill by resource. Lines of other products are kept: they have
 * their own bucket. `printedDecimals`: to which the export rounds its amounts for display.
 */
export function billReader(
  columns: FieldColumns,
  site: Site,
  printedDecimals = AMOUNT_SCALE,
): (cells: readonly string[]) => BillRow | RowRefusal {
  const index = new Map<string, number>(
    [...TEXT_FIELDS, ...AMOUNT_FIELDS, ...NUMBER_FIELDS, ...TIME_FIELDS, 'currency'].map(
      (field) => [field, columns.index(field)],
    ),
  );

  return (cells) => {
    const cell = (field: string) => cleanCell(cells[index.get(field) ?? -1] ?? '');
    const refuse = (problem: { code: string; params: RowRefusal['params'] }, field: string) =>
      quarantined(problem.code, problem.params, columns.header(field));

    const numbers = collect(NUMBER_FIELDS, (field) => {
      const value = (field === 'taxRate' ? percentCell : numberCell)(cell(field));
      return isProblem(value) ? refuse(value, field) : value;
    });
    if (isRefusal(numbers)) return numbers;
    const amounts = collect(AMOUNT_FIELDS, (field) => {
      const value = numberCell(cell(field));
      if (value === null) return null;
      const scaled = isProblem(value) ? value : scaledCell(value, AMOUNT_SCALE);
      return isProblem(scaled) ? refuse(scaled, field) : scaled;
    });
    if (isRefusal(amounts)) return amounts;
    const { amount } = amounts;
    if (amount === null) return quarantined('row-missing-value', {}, columns.header('amount'));
    const currencyText = cell('currency');
    const currency = isEmptyCell(currencyText)
      ? CURRENCY_OF_SITE[site]
      : (KNOWN_CURRENCIES.get(currencyText.toUpperCase()) ?? null);
    if (currency === null)
      return refuse(
        { code: 'row-unknown-currency', params: { value: shorten(currencyText) } },
        'currency',
      );
    const moments = collect(TIME_FIELDS, (field) => {
      const text = cell(field);
      if (isEmptyCell(text)) return null;
      return (
        momentCell(text) ??
        quarantined('row-bad-date', { value: shorten(text) }, columns.header(field))
      );
    });
    if (isRefusal(moments)) return moments;
    const day = (moments.usageStart ?? moments.chargedAt)?.day;
    if (day === undefined)
      return quarantined('row-missing-value', {}, columns.header('usageStart'));

    const texts = Object.fromEntries(
      TEXT_FIELDS.map((field) => {
        const text = cell(field);
        return [field, isEmptyCell(text) ? '' : text];
      }),
    ) as Texts;
    const bucket = bucketOf(texts);
    const printed = numberCell(cell('amount'));
    const fewer = typeof printed === 'string' ? decimalsOf(printed) : 0;
    return {
      texts,
      amounts: { ...amounts, amount },
      amountDecimals: Math.max(printedDecimals, fewer),
      numbers,
      times: {
        chargedAt: moments.chargedAt && timeText(moments.chargedAt),
        usageStart: moments.usageStart && timeText(moments.usageStart),
        usageEnd: moments.usageEnd && timeText(moments.usageEnd),
      },
      day,
      bucket,
      item: bucket === 'settlement' || bucket === 'adjustment' ? billedItem(texts) : null,
      sdkAppId: billedApplication(bucket, texts.resourceId),
      currency,
      warnings: ID_FIELDS.filter((field) => isDamagedId(texts[field])).map((field) => ({
        code: 'id-damaged',
        params: { value: texts[field] },
        column: columns.header(field),
      })),
    };
  };
}
