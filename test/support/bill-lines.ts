import type { BillLine } from '../../src/shared/bill/bill-line';
import type { Item } from '../../src/shared/catalog/item';
import { decimal, ONE, THOUSAND, ZERO, type Decimal } from '../../src/shared/money/decimal';
import { round } from '../../src/shared/money/round';
import { addDays, day, type Day } from '../../src/shared/period/day';
import { localTime } from '../../src/shared/period/local-time';
import type { Charge } from '../../src/shared/settlement/charge';

const COMPONENTS: Readonly<Partial<Record<Item, string>>> = {
  'av.audio': '语音时长',
  'av.sd': '标清视频时长',
  'av.hd': '高清视频时长',
  'av.fhd': '全高清视频时长',
  'av.2k': '2K视频时长',
  'av.4k': '4K视频时长',
};

/** What a settlement line says, in the terms of a test. Prices are per 1,000 minutes. */
export interface LineTerms {
  readonly sdkAppId: string | null;
  readonly item: Item | null;
  readonly from: Day;
  readonly to: Day;
  readonly minutes: Decimal;
  readonly listPrice: Decimal;
  readonly discount: Decimal;
}

const round8 = (value: Decimal) => round(value, 8, 'half-up');

/** A line of a China L3 bill, consistent in itself: 千分钟, list price x quantity x discount. */
export function settlementLine(
  id: number,
  terms: LineTerms,
  change: Partial<BillLine> = {},
): BillLine {
  const quantity = terms.minutes.div(THOUSAND);
  const originalAmount = round8(terms.listPrice.times(quantity));
  const amount = round8(originalAmount.times(terms.discount));
  return {
    id,
    importId: 1,
    origin: { file: 'bill.csv', line: id + 1 },
    bucket: 'settlement',
    payerUin: '100012345678',
    ownerUin: '100012345678',
    product: '实时音视频',
    subProduct: '实时音视频-音视频通话',
    billingMode: '按量计费',
    transactionType: '按量计费日结',
    transactionId: `2023060200000000${String(id).padStart(6, '0')}`,
    orderId: '-',
    resourceId: terms.sdkAppId ?? '',
    sdkAppId: terms.sdkAppId,
    componentType: '时长',
    componentName: terms.item === null ? '其他' : (COMPONENTS[terms.item] ?? terms.item),
    item: terms.item,
    chargedAt: localTime(`${terms.to}T10:00:00`),
    usageStart: localTime(`${terms.from}T00:00:00`),
    usageEnd: localTime(`${addDays(terms.to, -1)}T23:59:59`),
    listPrice: terms.listPrice,
    unitPrice: round8(terms.listPrice.times(terms.discount)),
    priceUnit: '元/千分钟/天',
    quantity,
    quantityUnit: '千分钟',
    duration: ONE,
    durationUnit: '天',
    originalAmount,
    discount: terms.discount,
    amount,
    voucher: ZERO,
    freeCredit: ZERO,
    sharedIncome: null,
    cash: amount,
    taxRate: null,
    tax: null,
    totalWithTax: null,
    currency: 'CNY',
    amountDecimals: 8,
    ...change,
  };
}

/** The terms on which the engine rates a charge. */
export function termsOf(charge: Charge): LineTerms {
  const contractPrice = !charge.unitPrice.eq(round8(charge.listPrice.times(charge.discount)));
  return {
    sdkAppId: charge.sdkAppId,
    item: charge.item,
    from: charge.periodStart,
    to: charge.periodEnd,
    minutes: decimal(charge.billableMinutes),
    listPrice: contractPrice ? charge.unitPrice : charge.listPrice,
    discount: charge.discount,
  };
}

/** The bill that says exactly what the engine expects: one line per charge that costs something. */
export function billOf(charges: readonly Charge[]): BillLine[] {
  return charges
    .filter((charge) => charge.billableMinutes > 0)
    .map((charge, index) => settlementLine(index + 1, termsOf(charge)));
}

/** A charge of one day, consistent in itself; what a test does not state costs nothing to leave out. */
export function chargeOf(change: Partial<Charge> = {}): Charge {
  const base = {
    periodStart: day('2023-06-10'),
    sdkAppId: '1400123456',
    item: 'av.hd' as Item,
    billableMinutes: 1000,
    trialMinutes: 0,
    packageMinutes: 0,
    listPrice: decimal(28),
    discount: ONE,
    ...change,
  };
  const metered = base.billableMinutes + base.trialMinutes + base.packageMinutes;
  const unitPrice = change.unitPrice ?? round8(base.listPrice.times(base.discount));
  const periodEnd = change.periodEnd ?? addDays(base.periodStart, 1);
  return {
    id: `${base.periodStart}/${base.sdkAppId}/${base.item}`,
    periodEnd,
    chargedOn: periodEnd,
    seconds: metered * 60,
    meteredMinutes: metered,
    carriedSeconds: 0,
    meteredMinutesLow: metered,
    priceId: `CN-3/${base.item}`,
    era: 'CN-3',
    amount: round8(unitPrice.times(base.billableMinutes).div(THOUSAND)),
    currency: 'CNY',
    contractReference: null,
    ...base,
    unitPrice,
  };
}
