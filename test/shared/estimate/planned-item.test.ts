import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Account } from '../../../src/shared/account/account';
import { unstatedAccount } from '../../../src/shared/account/defaults';
import type { Item } from '../../../src/shared/catalog/item';
import { decimal, toText } from '../../../src/shared/money/decimal';
import { day } from '../../../src/shared/period/day';
import { planItem } from '../../../src/shared/estimate/planned-item';
import { shippedPriceBook } from '../../support/price-books';

function plan(item: Item, quantity: string, on: string, given: Partial<Account> = {}) {
  const account = { ...unstatedAccount(given.site ?? 'cn'), ...given };
  const priceBook = shippedPriceBook(account.site);
  return planItem({ account, priceBook, item, quantity: decimal(quantity), on: day(on) });
}

function costOf(...of: Parameters<typeof plan>): string {
  const result = plan(...of);
  return result.ok ? toText(result.value.amount) : result.error;
}

describe('a planned month of one item', () => {
  // G52, G54, G55 and G62 of the rulebook, and sums by hand.
  it.each<[Item, string, string, Partial<Account>, string]>([
    ['recording.mixed.audio', '10', '2023-01-01', {}, '0.09'],
    ['transcoding.h264.fhd', '100', '2021-01-01', {}, '6.3'],
    ['transcoding.h264.hd', '1000', '2022-05-31', {}, '32.5'],
    ['transcoding.h264.hd', '1000', '2022-06-01', {}, '21'],
    ['relay.bandwidth', '5', '2023-01-01', { site: 'intl' }, '94.95'],
    ['relay.bandwidth', '150', '2023-01-01', { site: 'intl' }, '2848.5'],
    ['relay.bandwidth', '0.5', '2023-01-01', { site: 'intl' }, '9.495'],
    ['recording.task.hd', '1000', '2023-01-01', { site: 'intl' }, '5.99'],
    ['recording.channels', '3', '2020-01-01', { firstAppOn: day('2019-06-01') }, '90'],
    ['dashboard.basic-month', '1', '2023-01-01', {}, '799'],
    ['dashboard.advanced', '1000000', '2023-01-01', {}, '2990'],
    [
      'dashboard.advanced',
      '1000000',
      '2023-01-01',
      { policy: { dashboardAdvancedOverage: '0.95' } },
      '950',
    ],
  ])('%s × %s on %s', (item, quantity, on, account, amount) => {
    expect(costOf(item, quantity, on, account)).toBe(amount);
  });

  it('counts whole minutes, and says so where there was a remainder', () => {
    const result = plan('recording.mixed.hd', '9.01', '2023-01-01');
    if (!result.ok) throw new Error(result.error);
    expect(result.value.steps.map(({ rule, value }) => `${rule} ${value}`)).toEqual([
      'whole-minutes 10',
      'list-price 35',
      'amount-of-minutes 0.35',
    ]);
    expect(result.value.steps[1]?.citation?.date).toBe('2022-08-01');
  });

  it('takes the terms of a contract', () => {
    const contract = (change: object) => ({
      contract: [
        { item: 'relay.bandwidth' as const, from: day('2023-01-01'), reference: 'c', ...change },
      ],
      site: 'intl' as const,
    });
    const off = contract({ discount: decimal('0.5') });
    expect(costOf('relay.bandwidth', '2', '2023-01-01', off)).toBe('18.99');
    expect(costOf('relay.bandwidth', '2', '2022-12-31', off)).toBe('37.98');
    const own = contract({ price: decimal('10') });
    expect(costOf('relay.bandwidth', '2', '2023-01-01', own)).toBe('20');
    const rules = (account: Partial<Account>) => {
      const result = plan('relay.bandwidth', '2', '2023-01-01', account);
      return result.ok ? result.value.steps.map(({ rule }) => rule) : [];
    };
    expect(rules(off)).toEqual(['list-price', 'contract-discount', 'amount-of-units']);
    expect(rules(own)).toEqual(['list-price', 'contract-price', 'amount-of-units']);
  });

  it('says why it cannot be told', () => {
    expect(costOf('relay.bandwidth', '2', '2023-01-01')).toBe('no-price');
    expect(costOf('recording.mixed.hd', '-1', '2023-01-01')).toBe('below-zero');
    expect(costOf('recording.mixed.hd', '9007199254740992', '2023-01-01')).toBe('too-large');
  });

  it.each(['en', 'zh-CN', 'ko'])('has a sentence for each step in %s', (language) => {
    const path = join(
      import.meta.dirname,
      `../../../resources/locales/${language}/planned-item.json`,
    );
    const { steps } = JSON.parse(readFileSync(path, 'utf8')) as { steps: Record<string, string> };
    expect(Object.keys(steps)).toEqual([
      'whole-minutes',
      'list-price',
      'contract-discount',
      'contract-price',
      'amount-of-minutes',
      'amount-of-units',
    ]);
  });
});
