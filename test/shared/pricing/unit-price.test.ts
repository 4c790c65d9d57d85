import { describe, expect, it } from 'vitest';
import type { ContractTerm } from '../../../src/shared/account/account';
import { decimal, toText } from '../../../src/shared/money/decimal';
import { day } from '../../../src/shared/period/day';
import { indexPriceBook, listPriceFor } from '../../../src/shared/pricing/list-price';
import { indexContract, unitPriceFor } from '../../../src/shared/pricing/unit-price';
import { shippedBook } from './books';

const index = indexPriceBook(shippedBook('cn'));
const HOLDER = {
  firstAppOn: null,
  appCreatedOn: null,
  registeredOn: null,
  oldPackageLastDay: null,
  policy: {},
};
const term = (
  reference: string,
  from: string,
  change: Partial<ContractTerm> = { discount: decimal('0.9') },
): ContractTerm => ({ item: 'av.hd', from: day(from), reference, ...change });

function paid(terms: readonly ContractTerm[], on: string, item: 'av.hd' | 'av.sd' = 'av.hd') {
  const entry = listPriceFor(index, item, day(on), HOLDER);
  if (!entry) throw new Error('no list price');
  const { discount, unitPrice, contractReference } = unitPriceFor(
    indexContract(terms),
    entry,
    day(on),
  );
  return [toText(discount), toText(unitPrice), contractReference];
}

describe('what is paid per 1,000 minutes', () => {
  it('is the list price without a contract', () => {
    expect(paid([], '2023-06-01')).toEqual(['1', '28', null]);
  });

  it('is the discounted list price from the first day of the contract, not on its last', () => {
    const terms = [term('c', '2023-06-10', { discount: decimal('0.9'), to: day('2023-06-20') })];
    expect(paid(terms, '2023-06-09')).toEqual(['1', '28', null]);
    expect(paid(terms, '2023-06-10')).toEqual(['0.9', '25.2', 'c']);
    expect(paid(terms, '2023-06-19')).toEqual(['0.9', '25.2', 'c']);
    expect(paid(terms, '2023-06-20')).toEqual(['1', '28', null]);
    expect(paid(terms, '2023-06-10', 'av.sd')).toEqual(['1', '14', null]);
  });

  it('is the price of the contract where it names one', () => {
    expect(paid([term('c', '2023-01-01', { price: decimal('21.5') })], '2023-06-01')).toEqual([
      '1',
      '21.5',
      'c',
    ]);
  });

  it('is that of the term with the latest start, wherever it stands in the file', () => {
    const first = term('first', '2023-01-01');
    const second = term('second', '2023-03-01', {
      discount: decimal('0.8'),
      to: day('2023-05-01'),
    });
    for (const terms of [
      [first, second],
      [second, first],
    ]) {
      expect(paid(terms, '2023-02-28')[2]).toBe('first');
      expect(paid(terms, '2023-03-01')[2]).toBe('second');
      expect(paid(terms, '2023-05-01')[2]).toBe('first');
    }
  });

  it('of two from the same day, the one written later', () => {
    expect(paid([term('a', '2023-01-01'), term('b', '2023-01-01')], '2023-06-01')[2]).toBe('b');
  });

  it('is rounded half-up to 8 decimals', () => {
    const third = [term('c', '2023-01-01', { discount: decimal('0.3333333333') })];
    expect(paid(third, '2023-06-01')[1]).toBe('9.33333333');
    const tie = [term('c', '2023-01-01', { price: decimal('1.000000005') })];
    expect(paid(tie, '2023-06-01')[1]).toBe('1.00000001');
  });

  it('follows the list price of the usage day', () => {
    expect(paid([term('c', '2019-01-01')], '2019-10-10')[1]).toBe('22.5');
    expect(paid([term('c', '2019-01-01')], '2019-10-11')[1]).toBe('25.2');
  });
});
