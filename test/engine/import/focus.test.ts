import { describe, expect, it } from 'vitest';
import { focusVersion } from '../../../src/main/engine/reading/rows/focus-version';
import { secondBefore, utcMoment } from '../../../src/main/engine/reading/cells/utc-moment';
import { billLines } from '../../../src/main/engine/store/evidence/bill-lines';
import { focusBucket } from '../../../src/shared/bill/recognise-focus';
import { fileWith, imported, newWorkspace } from '../workspace';

describe('a FOCUS time', () => {
  it.each([
    ['2025-05-31T16:00:00Z', 20250601, 0],
    ['2025-06-30T15:59:59Z', 20250630, 86_399],
    ['2024-12-31T16:00:00Z', 20250101, 0],
    ['2024-02-28T16:00:00.000Z', 20240229, 0],
    ['2025-06-01T00:00:00+08:00', 20250601, 0],
    ['2025-05-31T12:00:00-0400', 20250601, 0],
    ['2025-05-31T16:00', 20250601, 0],
  ])('%s is a moment of the billing clock', (text, day, second) => {
    expect(utcMoment(text)).toEqual({ day, second });
  });

  it.each(['2025-06-31T00:00:00Z', '2025-06-01', '2025-06-01 00:00:00', '1748736000', ''])(
    'is not %j',
    (text) => expect(utcMoment(text)).toBeNull(),
  );

  it('has a second before it, over the end of a month', () => {
    expect(secondBefore({ day: 20250301, second: 0 })).toEqual({ day: 20250228, second: 86_399 });
    expect(secondBefore({ day: 20250301, second: 1 })).toEqual({ day: 20250301, second: 0 });
  });
});

describe('a FOCUS version', () => {
  const OLD = ['billedCost', 'providerName', 'publisherName'];
  it.each([
    ['1.0', OLD],
    ['1.1', [...OLD, 'skuMeter']],
    ['1.2', [...OLD, 'skuMeter', 'invoiceId']],
    ['1.3', [...OLD, 'invoiceId', 'serviceProviderName']],
    ['1.4', ['billedCost', 'invoiceId', 'serviceProviderName']],
  ])('%s is told by its columns', (version, fields) => {
    expect(focusVersion(fields)).toBe(version);
  });
});

describe('a FOCUS bucket', () => {
  const trtc = {
    service: 'Tencent Real-Time Communication (TRTC)',
    componentType: '',
    componentName: 'HD',
    chargeClass: '',
    refund: false,
  };
  it.each([
    ['Usage', {}, 'settlement'],
    ['usage', {}, 'settlement'],
    ['Purchase', {}, 'package-purchase'],
    ['Purchase', { refund: true }, 'package-refund'],
    ['Adjustment', {}, 'adjustment'],
    ['Usage', { chargeClass: 'Correction' }, 'adjustment'],
    ['Tax', { service: 'Cloud Virtual Machine' }, 'tax'],
    ['Credit', {}, 'credit'],
    ['Usage', { service: 'Cloud Virtual Machine' }, 'other-product'],
    ['Something', {}, 'other-trtc'],
  ] as const)('of %s %j is %s', (category, change, bucket) => {
    expect(focusBucket({ ...trtc, category, ...change })).toBe(bucket);
  });
});

describe('a FOCUS bill of 1.4', () => {
  it('is read without the columns that were dropped, with ends that are not part of it', async () => {
    const open = newWorkspace();
    const summary = await imported(
      open,
      fileWith(
        [
          'BilledCost,BillingAccountId,BillingCurrency,ChargeCategory,ChargePeriodEnd,ChargePeriodStart,ContractedCost,InvoiceId,ListCost,ListUnitPrice,PricingQuantity,PricingUnit,ResourceId,ServiceName,ServiceProviderName,SkuMeter,x_Team',
          '1.09,200012345678,usd,Usage,2026-07-01T16:00:00Z,2026-06-30T16:00:00Z,1.0,I1,1.0,3.99,0.25062657,"1,000 minutes",20000012,TRTC,Tencent Cloud,HD video duration,a',
          '0.09,200012345678,USD,Tax,2026-07-01T16:00:00Z,2026-06-30T16:00:00Z,0.09,I1,0.09,,,,20000012,TRTC,Tencent Cloud,,a',
        ].join('\n'),
      ),
    );
    expect(summary).toMatchObject({ profile: 'intl-focus-1.4', accepted: 2, quarantined: 0 });
    expect(billLines(open.readable)).toMatchObject([
      {
        bucket: 'settlement',
        item: 'av.hd',
        usageStart: '2026-07-01T00:00:00',
        usageEnd: '2026-07-01T23:59:59',
        currency: 'USD',
        orderId: 'I1',
        priceUnit: 'USD/1,000 minutes',
      },
      { bucket: 'tax', item: null },
    ]);
  });
});
