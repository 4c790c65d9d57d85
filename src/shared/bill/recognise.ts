import type { Item } from '../catalog/item';
import { usageItem } from '../catalog/recognise-item';
import type { Bucket } from './bill-line';

/** The cells of a bill line that say what kind of money it is. Absent ones are empty. */
export interface LineNames {
  readonly product: string;
  /** `p_rav` where the file has product codes. */
  readonly productCode: string;
  readonly subProduct: string;
  readonly billingMode: string;
  readonly transactionType: string;
  readonly componentType: string;
  readonly componentName: string;
}

function plain(...texts: readonly string[]): string {
  return texts.join(' | ').normalize('NFKC').toLowerCase();
}

const TRTC =
  /实时音视频|real[\s-]*time communication|(?<![a-z])trtc(?![a-z])|실시간\s*(?:음성|오디오)/;

/** Whether a product of the bill is TRTC, by code where there is one, else by name. */
export function isTrtc(product: string, productCode: string): boolean {
  return plain(productCode).trim() === 'p_rav' || TRTC.test(plain(product));
}

/**
 * Transaction types of both sites and the codes of the billing API, first that fits wins. An adjustment
 * or reversal is named before a settlement, since "offline deduction" and 按量计费冲正 hold both words.
 */
const BY_TRANSACTION: readonly (readonly [RegExp, Bucket])[] = [
  [/调账|补偿|优惠扣费|冲正|线下|adjust|reversal|offline|compensat/, 'adjustment'],
  [
    /保底|节省计划|预留实例|竞价|预付费用|小时费用|guarantee|savings plan|\bri\b|spot/,
    'other-trtc',
  ],
  [/退款|转按量|refund|pre_to_post/, 'package-refund'],
  [/新购|续费|配置变更|purchase|renew|modif|subscription|prepay_/, 'package-purchase'],
  [/日结|月结|小时结|按量计费扣费|settlement|postpay_deduct|deduction/, 'settlement'],
];

/**
 * 月度计费精度差异 and 扣费精度补偿 as the billing API prints them; English exports print no such line that is known, so
 * the word must stand with what it settles: a product of another kind may call itself precise.
 */
const PRECISION =
  /精度差异|精度补偿|billvirtualid|precision (?:difference|variance|discrepancy|compensation|adjustment)|(?:difference|compensation) (?:in|of|for) (?:billing |deduction )?precision/;

/** Which bucket a line belongs to; export-formats 2.5 lists the transaction types. */
export function bucketOf(names: LineNames): Bucket {
  const all = plain(names.product, names.transactionType, names.componentType, names.componentName);
  // The precision line is its own "product" and settles the rounding of the whole month.
  if (PRECISION.test(all)) return 'precision';
  if (!isTrtc(names.product, names.productCode)) return 'other-product';
  const type = plain(names.transactionType);
  const known = BY_TRANSACTION.find(([pattern]) => pattern.test(type));
  if (known) return known[1];
  const mode = plain(names.billingMode);
  if (/包年包月|monthly subscription|prepaid/.test(mode)) return 'package-purchase';
  return /按量|pay-as-you-go|postpaid/.test(mode) && type.replaceAll('-', '').trim() === ''
    ? 'settlement'
    : 'other-trtc';
}

/** What was used, from the names of its component; null when no rule knows them. */
export function billedItem(
  names: Pick<LineNames, 'subProduct' | 'componentType' | 'componentName'>,
): Item | null {
  return usageItem({
    subProduct: names.subProduct,
    item: names.componentType,
    fineItem: names.componentName,
    attribute: '',
  });
}

/**
 * The application a post-paid TRTC line names: its resource id, where that has the form of an sdkAppId
 * (8 to 10 digits so far; account numbers have 12).
 */
export function billedApplication(bucket: Bucket, resourceId: string): string | null {
  const namesApplication = bucket === 'settlement' || bucket === 'adjustment';
  return namesApplication && /^\d{6,11}$/.test(resourceId) ? resourceId : null;
}
