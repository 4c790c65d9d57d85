import type { BillLine } from '../../../shared/bill/bill-line';
import type { BillLineRow } from '../../../shared/contract/audits';
import { toText, type Decimal } from '../../../shared/money/decimal';

/** A bill line as it crosses the contract: amounts and prices as exact decimal text. */
export function billLineRow(line: BillLine): BillLineRow {
  return {
    id: line.id,
    origin: line.origin,
    bucket: line.bucket,
    product: line.product,
    subProduct: line.subProduct,
    transactionType: line.transactionType,
    componentName: line.componentName,
    resourceId: line.resourceId,
    sdkAppId: line.sdkAppId,
    item: line.item,
    chargedAt: line.chargedAt,
    usageStart: line.usageStart,
    usageEnd: line.usageEnd,
    listPrice: textOf(line.listPrice),
    unitPrice: textOf(line.unitPrice),
    quantity: textOf(line.quantity),
    quantityUnit: line.quantityUnit,
    originalAmount: textOf(line.originalAmount),
    discount: textOf(line.discount),
    amount: toText(line.amount),
  };
}

function textOf(value: Decimal | null): string | null {
  return value === null ? null : toText(value);
}
