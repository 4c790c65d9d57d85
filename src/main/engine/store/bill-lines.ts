import { BUCKETS, type BillLine, type Bucket } from '../../../shared/bill/bill-line';
import { isItem } from '../../../shared/catalog/item';
import type { Currency } from '../../../shared/catalog/site';
import { invariant } from '../../../shared/invariant';
import { decimal, fromScaled, type Decimal } from '../../../shared/money/decimal';
import { localTime, type LocalTime } from '../../../shared/period/local-time';
import type { ReadableDb } from './connection';
import { originsOf } from './raw-rows';
import { rowsOfImport } from './row-id';

/** Decimals of every amount column (`…_e8`). */
export const AMOUNT_SCALE = 8;

interface LineRow {
  id: bigint;
  bucket: Bucket;
  payer_uin: string;
  owner_uin: string;
  product: string;
  sub_product: string;
  billing_mode: string;
  transaction_type: string;
  transaction_id: string;
  order_id: string;
  resource_id: string;
  sdk_app_id: string | null;
  component_type: string;
  component_name: string;
  item: string | null;
  charged_at: string | null;
  usage_start: string | null;
  usage_end: string | null;
  list_price: string | null;
  unit_price: string | null;
  price_unit: string;
  quantity: string | null;
  quantity_unit: string;
  duration: string | null;
  duration_unit: string;
  original_amount_e8: bigint | null;
  discount: string | null;
  amount_e8: bigint;
  voucher_e8: bigint | null;
  free_credit_e8: bigint | null;
  shared_income_e8: bigint | null;
  cash_e8: bigint | null;
  tax_rate: string | null;
  tax_e8: bigint | null;
  total_with_tax_e8: bigint | null;
  currency: Currency;
  amount_decimals: bigint;
}

const amount = (scaled: bigint | null): Decimal | null =>
  scaled === null ? null : fromScaled(scaled, AMOUNT_SCALE);
const number = (text: string | null): Decimal | null => (text === null ? null : decimal(text));
const time = (text: string | null): LocalTime | null => (text === null ? null : localTime(text));

function lineOf(row: LineRow, origin: BillLine['origin']): BillLine {
  invariant(
    row.item === null || isItem(row.item),
    `unknown item ${row.item ?? ''} in the workspace`,
  );
  invariant(BUCKETS.includes(row.bucket), `unknown bucket ${row.bucket} in the workspace`);
  return {
    id: Number(row.id),
    origin,
    bucket: row.bucket,
    payerUin: row.payer_uin,
    ownerUin: row.owner_uin,
    product: row.product,
    subProduct: row.sub_product,
    billingMode: row.billing_mode,
    transactionType: row.transaction_type,
    transactionId: row.transaction_id,
    orderId: row.order_id,
    resourceId: row.resource_id,
    sdkAppId: row.sdk_app_id,
    componentType: row.component_type,
    componentName: row.component_name,
    item: row.item,
    chargedAt: time(row.charged_at),
    usageStart: time(row.usage_start),
    usageEnd: time(row.usage_end),
    listPrice: number(row.list_price),
    unitPrice: number(row.unit_price),
    priceUnit: row.price_unit,
    quantity: number(row.quantity),
    quantityUnit: row.quantity_unit,
    duration: number(row.duration),
    durationUnit: row.duration_unit,
    originalAmount: amount(row.original_amount_e8),
    discount: number(row.discount),
    amount: fromScaled(row.amount_e8, AMOUNT_SCALE),
    voucher: amount(row.voucher_e8),
    freeCredit: amount(row.free_credit_e8),
    sharedIncome: amount(row.shared_income_e8),
    cash: amount(row.cash_e8),
    taxRate: number(row.tax_rate),
    tax: amount(row.tax_e8),
    totalWithTax: amount(row.total_with_tax_e8),
    currency: row.currency,
    amountDecimals: Number(row.amount_decimals),
  };
}

function withOrigins(db: ReadableDb, rows: readonly LineRow[]): BillLine[] {
  const origins = originsOf(
    db,
    rows.map((row) => Number(row.id)),
  );
  return rows.map((row) => {
    const origin = origins.get(Number(row.id));
    invariant(origin, `bill line ${row.id.toString()} has no origin`);
    return lineOf(row, origin);
  });
}

/** Every counted line of all bills, in the order of import and file. Lines of undone imports are left out. */
export function billLines(db: ReadableDb): BillLine[] {
  return withOrigins(
    db,
    db
      .prepare<LineRow>(
        `SELECT b.* FROM imports i CROSS JOIN bill_lines b ON ${rowsOfImport('b')}
         WHERE i.state = 'live' AND i.kind = 'bill' AND b.duplicate_of IS NULL
         ORDER BY b.id`,
      )
      .all(),
  );
}

/** The lines with these ids, in rising order of id; also those of imports that were undone since. */
export function billLinesById(db: ReadableDb, ids: readonly number[]): BillLine[] {
  return withOrigins(
    db,
    db
      .prepare<LineRow>(
        'SELECT * FROM bill_lines WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id',
      )
      .all(JSON.stringify(ids)),
  );
}
