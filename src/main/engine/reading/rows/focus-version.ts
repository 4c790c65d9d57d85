/** Versions of the FOCUS specification that are read. */
export const FOCUS_VERSIONS = ['1.0', '1.1', '1.2', '1.3', '1.4'] as const;
export type FocusVersion = (typeof FOCUS_VERSIONS)[number];

/** Columns that came with a version, newest first. */
const ARRIVED: readonly (readonly [FocusVersion, readonly string[]])[] = [
  ['1.3', ['serviceProviderName', 'hostProviderName', 'contractApplied', 'allocatedResourceId']],
  ['1.2', ['invoiceId', 'pricingCurrency', 'billingAccountType', 'subAccountType']],
  ['1.1', ['skuMeter', 'skuPriceDetails', 'commitmentDiscountQuantity', 'commitmentDiscountUnit']],
];

/**
 * The version whose columns a FOCUS bill has: a file does not say it. 1.4 dropped ProviderName and
 * PublisherName, which every version before it must have.
 */
export function focusVersion(fields: readonly (string | null)[]): FocusVersion {
  const has = (field: string) => fields.includes(field);
  const arrived = ARRIVED.find(([, columns]) => columns.some(has))?.[0] ?? '1.0';
  return arrived === '1.3' && !has('providerName') && !has('publisherName') ? '1.4' : arrived;
}
