import { describe, expect, it } from 'vitest';
import {
  billedMinutes,
  perThousandMinutes,
  quantityBasis,
  type PricedLine,
} from '../../../src/shared/bill/billed-quantity';
import { decimal, toText } from '../../../src/shared/money/decimal';

interface Cells {
  readonly quantity: string;
  readonly unit: string;
  readonly list: string | null;
  readonly priceUnit: string;
  readonly original: string | null;
  readonly unitPrice?: string;
  readonly amount?: string;
}

const line = (cells: Cells): PricedLine => ({
  listPrice: cells.list === null ? null : decimal(cells.list),
  unitPrice: cells.unitPrice === undefined ? null : decimal(cells.unitPrice),
  priceUnit: cells.priceUnit,
  quantity: decimal(cells.quantity),
  quantityUnit: cells.unit,
  duration: decimal(1),
  originalAmount: cells.original === null ? null : decimal(cells.original),
  amount: decimal(cells.amount ?? cells.original ?? '0'),
});

const per1000 = (priced: PricedLine) => {
  const price = perThousandMinutes(priced.listPrice, priced);
  return price === null ? null : toText(price);
};

describe('billed quantity', () => {
  it.each<[string, Cells, string, string | null]>([
    [
      '千分钟 on both sides',
      {
        quantity: '20.577',
        unit: '千分钟',
        list: '7',
        priceUnit: '元/千分钟/天',
        original: '144.039',
      },
      '20577',
      '7',
    ],
    [
      'thousand minutes',
      {
        quantity: '10.577',
        unit: 'thousand minutes',
        list: '0.99',
        priceUnit: 'USD/1,000 minutes/day',
        original: '10.47123',
      },
      '10577',
      '0.99',
    ],
    [
      'minutes, priced per thousand',
      {
        quantity: '20577',
        unit: '分钟',
        list: '7',
        priceUnit: '元/千分钟/天',
        original: '144.039',
      },
      '20577',
      '7',
    ],
    [
      'minutes by name, price silently per thousand',
      { quantity: '20577', unit: '分钟', list: '7', priceUnit: '元/分钟/天', original: '144.039' },
      '20577',
      '7',
    ],
    [
      'the documented form: 千分钟 to be divided by 1000',
      { quantity: '20577', unit: '千分钟', list: '7', priceUnit: '元/千分钟', original: '144.039' },
      '20577',
      '7',
    ],
    [
      'price per minute',
      { quantity: '20577', unit: '分钟', list: '0.007', priceUnit: '元/分钟', original: '144.039' },
      '20577',
      '7',
    ],
    [
      'seconds',
      { quantity: '90', unit: '秒', list: '7', priceUnit: '元/千分钟', original: '0.0105' },
      '1.5',
      '7',
    ],
    [
      'hours',
      { quantity: '2', unit: '小时', list: '7', priceUnit: '元/千分钟', original: '0.84' },
      '120',
      '7',
    ],
    [
      '万分钟',
      {
        quantity: '2.0577',
        unit: '万分钟',
        list: '70',
        priceUnit: '元/万分钟',
        original: '144.039',
      },
      '20577',
      '7',
    ],
    [
      'a line whose own formula fails keeps its printed unit',
      { quantity: '20.577', unit: '千分钟', list: '7', priceUnit: '元/千分钟', original: '150' },
      '20577',
      '7',
    ],
    [
      'an amount ten times too small is no unit',
      {
        quantity: '20.577',
        unit: '千分钟',
        list: '7',
        priceUnit: '元/千分钟',
        original: '14.4039',
      },
      '20577',
      '7',
    ],
    [
      'hidden list price: by unit price and amount',
      {
        quantity: '20577',
        unit: '千分钟',
        list: null,
        unitPrice: '6',
        priceUnit: '元/千分钟',
        original: null,
        amount: '123.462',
      },
      '20577',
      null,
    ],
  ])('%s', (_name, cells, minutes, price) => {
    const priced = line(cells);
    expect(toText(billedMinutes(priced) ?? decimal(-1))).toBe(minutes);
    expect(per1000(priced)).toBe(price);
  });

  it('says when a unit was found by calibration and not as printed', () => {
    const cells = { quantity: '20577', unit: '分钟', list: '7', original: '144.039' };
    expect(quantityBasis(line({ ...cells, priceUnit: '元/千分钟' }))?.evidence).toBe('printed');
    expect(quantityBasis(line({ ...cells, priceUnit: '元/分钟' }))?.evidence).toBe('calibrated');
  });

  it('has no minutes for things that are not time', () => {
    const cells = { quantity: '1', list: '168', original: '168' };
    expect(billedMinutes(line({ ...cells, unit: '个', priceUnit: '元/个/月' }))).toBeNull();
    expect(billedMinutes(line({ ...cells, unit: '-', priceUnit: '-' }))).toBeNull();
  });
});
