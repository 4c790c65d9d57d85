import { describe, expect, it } from 'vitest';
import type { ContractTerm } from '../../../src/shared/account/account';
import { unstatedAccount } from '../../../src/shared/account/defaults';
import { deriveFacts } from '../../../src/shared/account/derive';
import type { Item } from '../../../src/shared/catalog/item';
import { decimal, toText } from '../../../src/shared/money/decimal';
import { day } from '../../../src/shared/period/day';
import { agreedStretches } from '../../../src/shared/pricing/agreed-price';
import { indexPriceBook } from '../../../src/shared/pricing/list-price';
import { shippedBook } from './books';

const prices = indexPriceBook(shippedBook('cn'));

const term = (
  item: Item,
  from: string,
  change: { readonly discount?: string; readonly price?: string; readonly to?: string },
): ContractTerm => ({
  item,
  from: day(from),
  to: change.to === undefined ? undefined : day(change.to),
  discount: change.discount === undefined ? undefined : decimal(change.discount),
  price: change.price === undefined ? undefined : decimal(change.price),
  reference: 'c',
});

/** The stretches of the first term as text: days, list price, price paid, whether it holds. */
function stretches(first: ContractTerm, ...others: readonly ContractTerm[]): string[] {
  const facts = deriveFacts({ ...unstatedAccount('cn'), contract: [first, ...others] });
  return agreedStretches(facts, prices, first).map(
    ({ from, to, listPrice, unitPrice, holds }) =>
      `${from}..${to ?? ''} ${listPrice ? toText(listPrice) : '-'} ${unitPrice ? toText(unitPrice) : '-'}${holds ? '' : ' (not)'}`,
  );
}

describe('an agreed price beside the list prices it stands in for', () => {
  it('has one stretch for each list price inside its days', () => {
    const discount = term('av.fhd', '2022-01-01', { discount: '0.9', to: '2023-01-01' });
    expect(stretches(discount)).toEqual([
      '2022-01-01..2022-06-01 105 94.5',
      '2022-06-01..2023-01-01 63 56.7',
    ]);
  });

  it('goes on without an end, and takes list prices that began before it', () => {
    expect(stretches(term('av.fhd', '2023-01-01', { discount: '0.5' }))).toEqual([
      '2023-01-01.. 63 31.5',
    ]);
  });

  it('does not cut at changes on its first day and on the day it no longer holds', () => {
    const whole = term('av.fhd', '2019-10-11', { discount: '0.5', to: '2022-06-01' });
    expect(stretches(whole)).toEqual(['2019-10-11..2022-06-01 105 52.5']);
  });

  it('joins stretches of equal prices: a new era that keeps the price is no change', () => {
    expect(stretches(term('av.hd', '2022-01-01', { discount: '0.9' }))).toEqual([
      '2022-01-01.. 28 25.2',
    ]);
  });

  it('shows an own price beside every list price, also where only that one changes', () => {
    expect(stretches(term('av.fhd', '2022-01-01', { price: '50' }))).toEqual([
      '2022-01-01..2022-06-01 105 50',
      '2022-06-01.. 63 50',
    ]);
  });

  it('has its stretches in the order of time', () => {
    expect(stretches(term('transcoding.h264.2k', '2020-01-01', { price: '50' }))).toEqual([
      '2020-01-01..2020-11-01 136 50',
      '2020-11-01..2022-06-01 - 50',
      '2022-06-01.. 82 50',
    ]);
  });

  it('rounds half-up to 8 decimals what a discount makes', () => {
    expect(stretches(term('av.audio', '2023-01-01', { discount: '0.123456789' }))).toEqual([
      '2023-01-01.. 7 0.86419752',
    ]);
  });

  it('says where a later term has taken its days over, and where it holds again', () => {
    const first = term('av.hd', '2023-01-01', { discount: '0.9' });
    const later = term('av.hd', '2023-06-01', { discount: '0.8', to: '2023-07-01' });
    expect(stretches(first, later)).toEqual([
      '2023-01-01..2023-06-01 28 25.2',
      '2023-06-01..2023-07-01 28 25.2 (not)',
      '2023-07-01.. 28 25.2',
    ]);
    expect(stretches(later, first)).toEqual(['2023-06-01..2023-07-01 28 22.4']);
  });

  it('is not cut by a term that it goes before, with a list price and without one', () => {
    const before = (item: Item) => term(item, '2020-01-01', { discount: '0.5', to: '2021-06-01' });
    const days = { discount: '0.9', to: '2022-01-01' };
    expect(stretches(term('av.hd', '2021-01-01', days), before('av.hd'))).toEqual([
      '2021-01-01..2022-01-01 28 25.2',
    ]);
    const h265 = 'transcoding.h265.hd';
    expect(stretches(term(h265, '2021-01-01', days), before(h265))).toEqual([
      '2021-01-01..2022-01-01 - -',
    ]);
  });

  it('has nothing to take a discount from where there is no list price; an own price holds', () => {
    const days = { to: '2022-06-01' };
    expect(
      stretches(term('transcoding.h265.hd', '2021-01-01', { discount: '0.9', ...days })),
    ).toEqual(['2021-01-01..2022-06-01 - -']);
    expect(stretches(term('transcoding.h265.hd', '2022-01-01', { price: '60' }))).toEqual([
      '2022-01-01..2022-06-01 - 60',
      '2022-06-01.. 68 60',
    ]);
    expect(stretches(term('transcoding.h265.hd', '2022-01-01', { discount: '0.5' }))).toEqual([
      '2022-01-01..2022-06-01 - -',
      '2022-06-01.. 68 34',
    ]);
  });

  it('tells the unit of the list price; without one it is not known', () => {
    const facts = deriveFacts(unstatedAccount('cn'));
    const units = (item: Item, from: string) =>
      agreedStretches(facts, prices, term(item, from, { price: '1' })).map(({ unit }) => unit);
    expect(units('dashboard.basic-month', '2023-01-01')).toEqual(['month']);
    expect(units('transcoding.h265.hd', '2022-01-01')).toEqual([null, '1000-minutes']);
  });

  it('has no day where it ends before it begins', () => {
    expect(stretches(term('av.hd', '2023-01-01', { discount: '0.9', to: '2023-01-01' }))).toEqual(
      [],
    );
    expect(stretches(term('av.hd', '2023-01-01', { discount: '0.9', to: '2022-01-01' }))).toEqual(
      [],
    );
    expect(stretches(term('av.hd', '2023-01-01', { discount: '0.9', to: '2023-01-02' }))).toEqual([
      '2023-01-01..2023-01-02 28 25.2',
    ]);
  });
});
