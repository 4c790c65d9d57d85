import type { Bucket } from './bill-line';
import { bucketOf, isTrtc } from './recognise';

/** The cells of a FOCUS line that say what kind of money it is. Absent ones are empty. */
export interface FocusNames {
  /** Usage, Purchase, Tax, Credit or Adjustment. */
  readonly category: string;
  /** "Correction" for a line that mends an earlier month. */
  readonly chargeClass: string;
  readonly service: string;
  readonly componentType: string;
  readonly componentName: string;
  /** The amount is negative. */
  readonly refund: boolean;
}

/** Which bucket a FOCUS line belongs to, by its ChargeCategory (FOCUS 1.0 to 1.4). */
export function focusBucket(names: FocusNames): Bucket {
  const known = bucketOf({
    product: names.service,
    productCode: '',
    subProduct: '',
    billingMode: '',
    transactionType: '',
    componentType: names.componentType,
    componentName: names.componentName,
  });
  if (known === 'precision') return 'precision';
  const category = names.category.trim().toLowerCase();
  if (category === 'tax') return 'tax';
  if (category === 'credit') return 'credit';
  if (!isTrtc(names.service, '')) return 'other-product';
  if (category === 'adjustment' || names.chargeClass.trim().toLowerCase() === 'correction')
    return 'adjustment';
  if (category === 'purchase') return names.refund ? 'package-refund' : 'package-purchase';
  return category === 'usage' ? 'settlement' : 'other-trtc';
}
