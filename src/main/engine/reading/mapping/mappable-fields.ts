import { TIERS } from '../../../../shared/catalog/tier';
import type { ReadableAs } from '../../../../shared/contract/column-mapping';
import type { FieldNeed } from '../../../../shared/contract/mapping';
import { profileReadAs, tierField } from '../layout/mapped-columns';
import { TIER_FIELD } from '../layout/profiles';

const OF_BILLS = [
  'resourceId',
  'usageEnd',
  'quantity',
  'quantityUnit',
  'unitPrice',
  'listPrice',
  'priceUnit',
  'discount',
  'originalAmount',
  'productCode',
  'subProduct',
  'componentType',
  'billingMode',
  'payerUin',
  'ownerUin',
  'transactionId',
  'voucher',
  'freeCredit',
  'cash',
];

/** Fields beside the needed ones that are read where there is a column for them. All others are only carried along. */
const USEFUL: Readonly<Record<ReadableAs, readonly string[]>> = {
  'cn-l3-detail': OF_BILLS,
  'intl-l3-detail': [
    ...OF_BILLS.filter((field) => field !== 'freeCredit' && field !== 'cash'),
    'taxRate',
    'tax',
    'totalWithTax',
  ],
  'cn-l2-resource': [
    'usageEnd',
    'discount',
    'originalAmount',
    'productCode',
    'subProduct',
    'billingMode',
    'payerUin',
    'ownerUin',
    'transactionId',
    'voucher',
    'freeCredit',
    'cash',
  ],
  'cn-l1-by-product': ['originalAmount', 'voucher', 'freeCredit', 'cash', 'currency'],
  'cn-usage-detail': [
    'end',
    'attribute',
    'product',
    'productCode',
    'subProduct',
    'item',
    'fineItem',
    'deducted',
  ],
  'console-usage': ['sdkAppId', 'charging', 'service'],
  'stream-segments': ['height'],
  'trtc-package-list': ['name', 'type', 'remaining', 'status'],
  'trtc-package-deductions': [
    'usageEnd',
    'tier',
    'billingItem',
    'fineItem',
    'factor',
    'unit',
    'product',
    'balanceBefore',
    'balanceAfter',
  ],
  'cn-transactions': ['type', 'channel', 'balance', 'currency'],
};

/** The fields that a person can give a file of this kind columns for, the needed ones first. */
export function fieldNeeds(readAs: ReadableAs): FieldNeed[] {
  const profile = profileReadAs(readAs);
  const groups = [
    ...profile.requiredOneOf.map((fields) => ({ name: fields[0] ?? '', fields })),
    ...(profile.tierColumns ? [{ name: TIER_FIELD, fields: TIERS.map(tierField) }] : []),
  ];
  const needs: FieldNeed[] = [
    ...profile.required.map((field) => ({ field, need: 'required' as const, group: null })),
    ...groups.flatMap(({ name, fields }) =>
      fields.map((field) => ({ field, need: 'one-of' as const, group: name })),
    ),
  ];
  const named = new Set(needs.map(({ field }) => field));
  return [
    ...needs,
    ...USEFUL[readAs]
      .filter((field) => !named.has(field))
      .map((field) => ({ field, need: 'useful' as const, group: null })),
  ];
}
