import type { BillLine } from '../../../shared/bill/bill-line';
import type { BillLineRow } from '../../../shared/contract/audits';
import { toText, type Decimal } from '../../../shared/money/decimal';

/** A bill line as it crosses to a client: numbers as text, the fields that a person looks at. */
export function billLineRow(line: BillLine): BillLineRow {
  return {
    id: line.id,
    origin: line.origin,
    bucket: line.bucket,
    product: line.product,
    subProduct: line.subProduct,
    transactionType: line.transactionType,
    componentName: line.componentName,
    transactionId: line.transactionId,
    resourceId: line.resourceId,
    sdkAppId: line.sdkAppId,
    item: line.item,
    chargedAt: line.chargedAt,
    usageStart: line.usageStart,
    usageEnd: line.usageEnd,
    listPrice: text(line.listPrice),
    unitPrice: text(line.unitPrice),
    quantity: text(line.quantity),
    quantityUnit: line.quantityUnit,
    originalAmount: text(line.originalAmount),
    discount: text(line.discount),
    amount: toText(line.amount),
  };
}

function text(value: Decimal | null): string | null {
  return value === null ? null : toText(value);
}
