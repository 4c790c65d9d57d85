import { BUCKETS, type BillLine, type Bucket } from '../../../../shared/bill/bill-line';
import { isItem } from '../../../../shared/catalog/item';
import type { Currency } from '../../../../shared/catalog/site';
import { InvariantError } from '../../../../shared/invariant';
import type { Origin } from '../../../../shared/issue';
import { decimal, fromScaled, type Decimal } from '../../../../shared/money/decimal';
import { localTime, type LocalTime } from '../../../../shared/period/local-time';
import type { ReadableDb } from '../workspace/connection';
import { LaterOrigins } from '../imports/later-origins';
import { importOfRow, rowsOfImport } from '../workspace/row-id';

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

/** What one reading read: names, prices and days are few on many lines, so each is made and kept once. */
class Readings {
  readonly #texts = new Map<string, string>();
  readonly #numbers = new Map<string, Decimal>();
  readonly #times = new Map<string, LocalTime>();
  #lastAmount: { readonly scaled: bigint; readonly amount: Decimal } | null = null;

  text<Text extends string | null>(text: Text): Text;
  text(text: string | null): string | null {
    if (text === null) return null;
    const known = this.#texts.get(text);
    if (known !== undefined) return known;
    this.#texts.set(text, text);
    return text;
  }

  number(text: string | null): Decimal | null {
    if (text === null) return null;
    const known = this.#numbers.get(text);
    if (known) return known;
    const value = decimal(text);
    this.#numbers.set(text, value);
    return value;
  }

  time(text: string | null): LocalTime | null {
    if (text === null) return null;
    const known = this.#times.get(text);
    if (known) return known;
    const value = localTime(text);
    this.#times.set(text, value);
    return value;
  }

  /** Of one line: what it came to before the discount mostly is what it comes to. */
  amount(scaled: bigint): Decimal {
    if (this.#lastAmount?.scaled === scaled) return this.#lastAmount.amount;
    const amount = fromScaled(scaled, AMOUNT_SCALE);
    this.#lastAmount = { scaled, amount };
    return amount;
  }

  amountOrNull(scaled: bigint | null): Decimal | null {
    return scaled === null ? null : this.amount(scaled);
  }
}

/** A line as it is stored; where it stands in its file is looked for when it is asked for. */
class StoredLine implements BillLine {
  readonly id;
  readonly importId;
  readonly bucket;
  readonly payerUin;
  readonly ownerUin;
  readonly product;
  readonly subProduct;
  readonly billingMode;
  readonly transactionType;
  readonly transactionId;
  readonly orderId;
  readonly resourceId;
  readonly sdkAppId;
  readonly componentType;
  readonly componentName;
  readonly item;
  readonly chargedAt;
  readonly usageStart;
  readonly usageEnd;
  readonly listPrice;
  readonly unitPrice;
  readonly priceUnit;
  readonly quantity;
  readonly quantityUnit;
  readonly duration;
  readonly durationUnit;
  readonly originalAmount;
  readonly discount;
  readonly amount;
  readonly voucher;
  readonly freeCredit;
  readonly sharedIncome;
  readonly cash;
  readonly taxRate;
  readonly tax;
  readonly totalWithTax;
  readonly currency;
  readonly amountDecimals;
  readonly #origins: LaterOrigins;
  readonly #place: number;

  constructor(row: LineRow, read: Readings, origins: LaterOrigins, place: number) {
    const item = read.text(row.item);
    // Asked for every line: a message is only made where it is needed.
    if (item !== null && !isItem(item)) throw unknownIn('item', item);
    if (!BUCKETS.includes(row.bucket)) throw unknownIn('bucket', row.bucket);
    this.id = Number(row.id);
    this.importId = importOfRow(this.id);
    this.bucket = read.text(row.bucket);
    this.payerUin = read.text(row.payer_uin);
    this.ownerUin = read.text(row.owner_uin);
    this.product = read.text(row.product);
    this.subProduct = read.text(row.sub_product);
    this.billingMode = read.text(row.billing_mode);
    this.transactionType = read.text(row.transaction_type);
    this.transactionId = row.transaction_id;
    this.orderId = read.text(row.order_id);
    this.resourceId = read.text(row.resource_id);
    this.sdkAppId = read.text(row.sdk_app_id);
    this.componentType = read.text(row.component_type);
    this.componentName = read.text(row.component_name);
    this.item = item;
    this.chargedAt = read.time(row.charged_at);
    this.usageStart = read.time(row.usage_start);
    this.usageEnd = read.time(row.usage_end);
    this.listPrice = read.number(row.list_price);
    this.unitPrice = read.number(row.unit_price);
    this.priceUnit = read.text(row.price_unit);
    this.quantity = read.number(row.quantity);
    this.quantityUnit = read.text(row.quantity_unit);
    this.duration = read.number(row.duration);
    this.durationUnit = read.text(row.duration_unit);
    this.originalAmount = read.amountOrNull(row.original_amount_e8);
    this.discount = read.number(row.discount);
    this.amount = read.amount(row.amount_e8);
    this.voucher = read.amountOrNull(row.voucher_e8);
    this.freeCredit = read.amountOrNull(row.free_credit_e8);
    this.sharedIncome = read.amountOrNull(row.shared_income_e8);
    this.cash = read.amountOrNull(row.cash_e8);
    this.taxRate = read.number(row.tax_rate);
    this.tax = read.amountOrNull(row.tax_e8);
    this.totalWithTax = read.amountOrNull(row.total_with_tax_e8);
    this.currency = read.text(row.currency);
    this.amountDecimals = Number(row.amount_decimals);
    this.#origins = origins;
    this.#place = place;
  }

  get origin(): Origin {
    return this.#origins.at(this.#place);
  }
}

function unknownIn(column: 'item' | 'bucket', text: string): InvariantError {
  return new InvariantError(`unknown ${column} ${text} in the workspace`);
}

/** Row by row: hundreds of thousands of them at once would be twice in memory. */
function linesOf(db: ReadableDb, rows: Iterable<LineRow>): BillLine[] {
  const read = new Readings();
  const ids: number[] = [];
  const origins = new LaterOrigins(db, ids);
  const lines: BillLine[] = [];
  for (const row of rows) {
    const place = ids.push(Number(row.id)) - 1;
    lines.push(new StoredLine(row, read, origins, place));
  }
  return lines;
}

/** Every counted line of all bills, in the order of import and file. Lines of undone imports are left out. */
export function billLines(db: ReadableDb): BillLine[] {
  return linesOf(
    db,
    db
      .prepare<LineRow>(
        `SELECT b.* FROM imports i CROSS JOIN bill_lines b ON ${rowsOfImport('b')}
         WHERE i.state = 'live' AND i.kind = 'bill' AND b.duplicate_of IS NULL
         ORDER BY b.id`,
      )
      .iterate(),
  );
}

/** The lines with these ids, in rising order of id; also those of imports that were undone since. */
export function billLinesById(db: ReadableDb, ids: readonly number[]): BillLine[] {
  return linesOf(
    db,
    db
      .prepare<LineRow>(
        'SELECT * FROM bill_lines WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id',
      )
      .iterate(JSON.stringify(ids)),
  );
}
