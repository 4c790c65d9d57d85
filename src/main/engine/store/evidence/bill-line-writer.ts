import { itemByRules } from '../../../../shared/bill/item-rules';
import type { BillRow } from '../../reading/rows/bill-reader';
import type { Param, WritableDb } from '../workspace/connection';
import { itemRules } from './item-rules';

const BILL_COLUMNS = `id, day, bucket, payer_uin, owner_uin, product, sub_product, billing_mode,
  transaction_type, transaction_id, order_id, resource_id, sdk_app_id, component_type, component_name,
  item, charged_at, usage_start, usage_end, list_price, unit_price, price_unit, quantity, quantity_unit,
  duration, duration_unit, original_amount_e8, discount, amount_e8, voucher_e8, free_credit_e8,
  shared_income_e8, cash_e8, tax_rate, tax_e8, total_with_tax_e8, currency, amount_decimals`;

const PLACES = '?, '.repeat(BILL_COLUMNS.split(',').length - 1);

/** Writes lines of a bill. The user's own word comes before what the names of an item look like. */
export function billLineWriter(db: WritableDb): (id: number, line: BillRow) => void {
  const insert = db.prepare(`INSERT INTO bill_lines (${BILL_COLUMNS}) VALUES (${PLACES}?)`);
  const byRules = itemByRules(itemRules(db));
  const ruledItem = ({ bucket, texts, item }: BillRow) => {
    const ruled = bucket === 'settlement' || bucket === 'adjustment' ? byRules(texts) : undefined;
    return ruled === undefined ? item : ruled;
  };
  return (id, line) => insert.run(id, ...billParams(line, ruledItem(line)));
}

function billParams(
  { texts, amounts, numbers, times, ...line }: BillRow,
  item: BillRow['item'],
): Param[] {
  return [
    line.day,
    line.bucket,
    texts.payerUin,
    texts.ownerUin,
    texts.product,
    texts.subProduct,
    texts.billingMode,
    texts.transactionType,
    texts.transactionId,
    texts.orderId,
    texts.resourceId,
    line.sdkAppId,
    texts.componentType,
    texts.componentName,
    item,
    times.chargedAt,
    times.usageStart,
    times.usageEnd,
    numbers.listPrice,
    numbers.unitPrice,
    texts.priceUnit,
    numbers.quantity,
    texts.quantityUnit,
    numbers.duration,
    texts.durationUnit,
    amounts.originalAmount,
    numbers.discount,
    amounts.amount,
    amounts.voucher,
    amounts.freeCredit,
    amounts.sharedIncome,
    amounts.cash,
    numbers.taxRate,
    amounts.tax,
    amounts.totalWithTax,
    line.currency,
    line.amountDecimals,
  ];
}
