import { describe, expect, it } from 'vitest';
import { billedApplication, billedItem, bucketOf } from '../../../src/shared/bill/recognise';

const line = (transactionType: string, rest: Partial<Parameters<typeof bucketOf>[0]> = {}) => ({
  product: '实时音视频',
  productCode: '',
  subProduct: '实时音视频-音视频通话',
  billingMode: '按量计费',
  transactionType,
  componentType: '时长',
  componentName: '高清视频时长',
  ...rest,
});

describe('bucketOf', () => {
  it.each([
    ['按量计费日结', 'settlement'],
    ['按量计费月结', 'settlement'],
    ['按量计费小时结', 'settlement'],
    ['按量计费扣费', 'settlement'],
    ['Daily settlement', 'settlement'],
    ['Monthly settlement', 'settlement'],
    ['Deduction', 'settlement'],
    ['postpay_deduct_d', 'settlement'],
    ['包年包月新购', 'package-purchase'],
    ['包年包月续费', 'package-purchase'],
    ['Purchase', 'package-purchase'],
    ['New monthly subscription', 'package-purchase'],
    ['包年包月退款', 'package-refund'],
    ['Monthly subscription refund', 'package-refund'],
    ['包年包月转按量', 'package-refund'],
    ['pre_to_post', 'package-refund'],
    ['调账补偿', 'adjustment'],
    ['调账扣费', 'adjustment'],
    ['优惠补偿', 'adjustment'],
    ['按量计费冲正', 'adjustment'],
    ['Pay-as-you-go reversal', 'adjustment'],
    ['adjust-CR', 'adjustment'],
    ['Offline deduction', 'adjustment'],
    ['线下项目扣费', 'adjustment'],
    ['保底扣款', 'other-trtc'],
    ['Guarantee deduction', 'other-trtc'],
    ['Spot', 'other-trtc'],
    ['something new', 'other-trtc'],
    ['-', 'settlement'],
  ])('%s is %s', (type, bucket) => {
    expect(bucketOf(line(type))).toBe(bucket);
  });

  it('puts the precision line apart although it is a product of its own', () => {
    const precision = '月度计费精度差异';
    expect(
      bucketOf(
        line(precision, { product: precision, subProduct: precision, componentName: precision }),
      ),
    ).toBe('precision');
  });

  it('knows the English precision line, and no product that calls itself precise', () => {
    const apart = (product: string) => bucketOf(line('Daily settlement', { product }));
    expect(apart('Monthly billing precision difference')).toBe('precision');
    expect(apart('High-precision positioning')).toBe('other-product');
    expect(apart('高精度定位')).toBe('other-product');
  });

  it('knows TRTC by code and by its names, and leaves other products alone', () => {
    expect(bucketOf(line('按量计费日结', { product: '云服务器CVM' }))).toBe('other-product');
    expect(bucketOf(line('Daily settlement', { product: '', productCode: 'p_rav' }))).toBe(
      'settlement',
    );
    for (const product of ['Tencent Real-Time Communication', ' TRTC ', '实时音视频 TRTC'])
      expect(bucketOf(line('Daily settlement', { product }))).toBe('settlement');
  });
});

describe('billedItem and billedApplication', () => {
  it('reads the tier of the component', () => {
    expect(billedItem(line(''))).toBe('av.hd');
    expect(billedItem({ ...line(''), componentName: '全高清视频时长' })).toBe('av.fhd');
    expect(
      billedItem({ ...line(''), componentName: '实时音视频-音视频通话-固定套餐包' }),
    ).toBeNull();
  });

  it('reads the application from the resource id of post-paid lines only', () => {
    expect(billedApplication('settlement', '1400123456')).toBe('1400123456');
    expect(billedApplication('package-purchase', '1000068815')).toBeNull();
    expect(billedApplication('settlement', '100012345678(UIN)')).toBeNull();
    expect(billedApplication('settlement', '100012345678')).toBeNull();
    expect(billedApplication('settlement', 'ins-0a1b2c3d')).toBeNull();
  });
});
