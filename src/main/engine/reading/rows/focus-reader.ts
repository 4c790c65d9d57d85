import type { Bucket } from '../../../../shared/bill/bill-line';
import { billedApplication, billedItem } from '../../../../shared/bill/recognise';
import { focusBucket, type FocusNames } from '../../../../shared/bill/recognise-focus';
import { CURRENCY_OF_SITE, type Site } from '../../../../shared/catalog/site';
import type { BillRow } from './bill-reader';
import { momentText, RowCells, STORED_DECIMALS } from '../cells/row-cells';
import { quarantined, type FieldColumns, type RowRefusal } from '../cells/row-outcome';
import { secondBefore, utcMoment } from '../cells/utc-moment';
import type { Moment } from '../cells/cells';

/** A period's end at midnight is not part of it (the specification); 23:59:59 is (the provider's own files). */
function inclusiveEnd(end: Moment | null, start: Moment | null): Moment | null {
  if (!end || !start) return end;
  const later =
    end.day > start.day || (end.day === start.day && (end.second ?? 0) > (start.second ?? 0));
  return later && (end.second ?? 0) % 60 === 0 ? secondBefore(end) : end;
}

const firstOf = (...texts: readonly string[]) => texts.find((text) => text !== '') ?? '';
const isAddress = (text: string) => /^https?:/i.test(text);

/**
 * Reads the lines of a FOCUS bill, versions 1.0 to 1.4. ContractedCost is what a bill detail calls the amount
 * after discount: before tax and vouchers. BilledCost holds the tax and is kept as the total.
 */
export function focusReader(
  columns: FieldColumns,
  site: Site,
): (cells: readonly string[]) => BillRow | RowRefusal {
  return (cells) => {
    const row = new RowCells(columns, cells, utcMoment);
    const [start, endAsPrinted] = [row.time('usageStart'), row.time('usageEnd')];
    const end = inclusiveEnd(endAsPrinted, start);
    const [contracted, billed] = [row.scaled('contractedCost'), row.scaled('billedCost')];
    const originalAmount = row.scaled('listCost');
    const numbers = {
      listPrice: row.number('listUnitPrice'),
      unitPrice: row.number('contractedUnitPrice'),
      quantity: row.number('pricingQuantity') ?? row.number('consumedQuantity'),
      duration: null,
      discount: null,
      taxRate: null,
    };
    const currency = row.currency(CURRENCY_OF_SITE[site]);
    if (row.refusal) return row.refusal;
    const day = start?.day;
    if (day === undefined)
      return quarantined('row-missing-value', {}, columns.header('usageStart'));
    const amount = contracted ?? billed;
    if (amount === null)
      return quarantined('row-missing-value', {}, columns.header('contractedCost'));
    const description = row.text('chargeDescription');
    const names: FocusNames = {
      category: row.text('chargeCategory'),
      chargeClass: row.text('chargeClass'),
      service: row.text('serviceName'),
      componentType: firstOf(row.text('componentType'), row.text('serviceSubcategory')),
      componentName: firstOf(
        row.text('componentName'),
        row.text('skuMeter'),
        isAddress(description) ? '' : description,
        row.text('skuId'),
      ),
      refund: amount < 0n,
    };
    const bucket: Bucket = focusBucket(names);
    const unit = firstOf(row.text('pricingUnit'), row.text('consumedUnit'));
    const resourceId = row.text('resourceId');
    const isTax = bucket === 'tax';
    return {
      texts: {
        payerUin: row.text('billingAccountId'),
        ownerUin: firstOf(row.text('subAccountId'), row.text('ownerUin')),
        product: names.service,
        productCode: '',
        subProduct: '',
        billingMode: row.text('chargeFrequency'),
        transactionType: [names.category, names.chargeClass]
          .filter((text) => text !== '')
          .join(' '),
        transactionId: '',
        orderId: row.text('invoiceId'),
        resourceId,
        componentType: names.componentType,
        componentName: names.componentName,
        priceUnit: unit === '' ? '' : `${currency}/${unit}`,
        quantityUnit: unit,
        durationUnit: '',
      },
      amounts: {
        originalAmount,
        amount,
        voucher: null,
        freeCredit: null,
        sharedIncome: null,
        cash: null,
        tax: isTax ? amount : null,
        totalWithTax: billed,
      },
      amountDecimals: STORED_DECIMALS,
      numbers,
      times: {
        chargedAt: null,
        usageStart: start && momentText(start),
        usageEnd: end && momentText(end),
      },
      day,
      bucket,
      item:
        bucket === 'settlement' || bucket === 'adjustment'
          ? billedItem({ ...names, subProduct: '' })
          : null,
      sdkAppId: billedApplication(bucket, resourceId),
      currency,
      warnings: row.damaged(['resourceId', 'billingAccountId']),
    };
  };
}
