import type { BillLineRow, ChargeRow } from '../../../../shared/contract/audits';
import { term } from '../../locale/sentence';
import { THOUSAND, decimal, toText } from '../../../../shared/money/decimal';
import { monthOf, type Period } from '../../../../shared/period/period';
import { day, type Day } from '../../../../shared/period/day';
import type { ReportSource } from '../report-source';
import type { FocusRow } from './focus-columns';

const PROVIDER = 'Tencent Cloud';
/** FOCUS writes times in UTC; the bill's clock is UTC+8 and knows no summer time. */
const BILLING_OFFSET_MS = 8 * 3_600_000;

function utc(local: string): string {
  const time = Date.parse(`${local.slice(0, 10)}T${local.slice(11) || '00:00:00'}Z`);
  return new Date(time - BILLING_OFFSET_MS).toISOString().replace('.000Z', 'Z');
}

/** A bill prints the last second of a period; FOCUS wants the first moment after it. */
function utcAfter(local: string): string {
  const time = Date.parse(utc(local));
  const isLastSecond = local.endsWith(':59');
  return new Date(isLastSecond ? time + 1000 : time).toISOString().replace('.000Z', 'Z');
}

/** What should have been charged. */
export function expectedFields(source: ReportSource, charge: ChargeRow): FocusRow {
  const minutes = decimal(charge.billableMinutes);
  const thousands = toText(minutes.div(THOUSAND));
  return {
    ...common(source, charge.sdkAppId, monthOf(charge.chargedOn)),
    BilledCost: charge.amount,
    EffectiveCost: charge.amount,
    ContractedCost: charge.amount,
    ContractedUnitPrice: charge.unitPrice,
    ListCost: toText(minutes.div(THOUSAND).times(decimal(charge.listPrice))),
    ListUnitPrice: charge.listPrice,
    ConsumedQuantity: String(charge.meteredMinutes),
    ConsumedUnit: 'Minutes',
    PricingQuantity: thousands,
    PricingUnit: '1000 Minutes',
    PricingCategory: charge.contractReference === null ? 'Standard' : 'Other',
    ChargeCategory: 'Usage',
    ChargeFrequency: 'Usage-Based',
    ChargeDescription: term('en', 'items', charge.item),
    ChargePeriodStart: utc(charge.periodStart),
    ChargePeriodEnd: utc(charge.periodEnd),
    SkuId: charge.item,
    SkuPriceId: charge.priceId,
    x_Side: 'expected',
    x_Item: charge.item,
    x_TrialMinutes: String(charge.trialMinutes),
    x_PackageMinutes: String(charge.packageMinutes),
    x_PriceEra: charge.era,
  };
}

/** What stands on the bill. The unit is the printed one; prices are in that unit. */
export function billedFields(source: ReportSource, line: BillLineRow): FocusRow {
  const start = line.usageStart ?? line.chargedAt;
  const charged = line.chargedAt ?? line.usageStart;
  return {
    ...common(
      source,
      line.sdkAppId ?? '',
      charged === null ? null : monthOf(day(charged.slice(0, 10))),
    ),
    BilledCost: line.amount,
    EffectiveCost: line.bucket === 'package-purchase' ? '0' : line.amount,
    ContractedCost: line.amount,
    ContractedUnitPrice: line.unitPrice ?? '',
    ListCost: line.originalAmount ?? line.amount,
    ListUnitPrice: line.listPrice ?? '',
    PricingQuantity: line.quantity ?? '',
    PricingUnit: line.quantityUnit,
    PricingCategory: PRICED.has(CATEGORIES[line.bucket]) ? 'Standard' : '',
    ChargeCategory: CATEGORIES[line.bucket],
    ChargeClass:
      line.bucket === 'precision' || line.bucket === 'package-refund' ? 'Correction' : '',
    ChargeFrequency: CATEGORIES[line.bucket] === 'Usage' ? 'Usage-Based' : 'One-Time',
    ChargeDescription: [line.subProduct, line.componentName].filter(Boolean).join(' / '),
    ChargePeriodStart: start === null ? '' : utc(start),
    ChargePeriodEnd: line.usageEnd === null ? '' : utcAfter(line.usageEnd),
    ...(line.bucket === 'other-product' && {
      ServiceCategory: 'Other',
      ServiceName: line.product,
    }),
    ResourceId: line.resourceId,
    SkuId: line.item ?? '',
    x_Side: 'billed',
    x_Item: line.item ?? '',
    x_Bucket: line.bucket,
    x_File: line.origin.file,
    x_Line: line.origin.line === undefined ? '' : String(line.origin.line),
  };
}

const CATEGORIES: Readonly<Record<BillLineRow['bucket'], string>> = {
  settlement: 'Usage',
  'package-purchase': 'Purchase',
  'package-refund': 'Purchase',
  adjustment: 'Adjustment',
  credit: 'Credit',
  tax: 'Tax',
  precision: 'Adjustment',
  'other-trtc': 'Usage',
  'other-product': 'Usage',
};

/** The categories whose charges have a price model. */
const PRICED: ReadonlySet<string> = new Set(['Usage', 'Purchase']);

function common(source: ReportSource, sdkAppId: string, month: Period | null): FocusRow {
  const { account, run } = source;
  const ofMonth = (date: Day | undefined) => (date === undefined ? '' : utc(date));
  return {
    BillingAccountId: source.maskedWith === null ? account.uin : '',
    BillingAccountName: source.accountName ?? '',
    BillingCurrency: run.currency,
    BillingPeriodStart: ofMonth(month?.from),
    BillingPeriodEnd: ofMonth(month?.to),
    InvoiceIssuerName: PROVIDER,
    ProviderName: PROVIDER,
    PublisherName: PROVIDER,
    ServiceCategory: 'Media',
    ServiceName: 'Tencent Real-Time Communication',
    SubAccountId: sdkAppId,
    SubAccountName:
      source.maskedWith === null
        ? (account.apps.find((app) => app.sdkAppId === sdkAppId)?.name ?? '')
        : '',
  };
}
