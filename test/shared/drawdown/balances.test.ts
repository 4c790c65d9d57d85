import { describe, expect, it } from 'vitest';
import type { PackageWindow } from '../../../src/shared/account/facts';
import { AV_ITEMS } from '../../../src/shared/catalog/item';
import { deriveFacts } from '../../../src/shared/account/derive';
import { minuteSources } from '../../../src/shared/drawdown/all-sources';
import { Balances } from '../../../src/shared/drawdown/balances';
import { packageSource, trialSource } from '../../../src/shared/drawdown/minute-source';
import { day } from '../../../src/shared/period/day';
import { accountOf } from '../../support/bill-of';
import { shippedBook } from '../pricing/books';

const CN = shippedBook('cn');

function windowOf(change: Readonly<Record<string, unknown>> = {}): PackageWindow {
  const [window] = deriveFacts(
    accountOf({
      packages: [{ id: 'p', minutes: 100, purchasedAt: '2023-06-02T12:00:00', ...change }],
    }),
  ).packages;
  if (!window) throw new Error('no package');
  return window;
}
const trial = { minutes: 10, from: day('2023-06-01'), through: day('2024-06-30') };

describe('sources of free and prepaid minutes', () => {
  it('a general package takes more for better pictures, and no value-added service (rulebook 3.3)', () => {
    const source = packageSource(windowOf(), CN);
    expect(source).toMatchObject({
      id: 'p',
      kind: 'package',
      from: '2023-06-02',
      through: '2024-06-30',
      minutes: 100,
      apps: null,
    });
    const on = day('2023-06-02');
    expect(AV_ITEMS.map((item) => source.ratioOn(item, on))).toEqual([1, 2, 4, 9, 16, 36]);
    expect(source.ratioOn('recording.mixed.audio', on)).toBeNull();
  });

  it('an old single-type package covers its own tier at 1:1', () => {
    const source = packageSource(windowOf({ tier: 'hd' }), CN);
    const ratios = AV_ITEMS.map((item) => source.ratioOn(item, day('2023-06-02')));
    expect(ratios).toEqual([null, null, 1, null, null, null]);
  });

  it('a package may be bound to applications', () => {
    const source = packageSource(windowOf({ apps: ['a', 'b'] }), CN);
    expect([...(source.apps ?? [])]).toEqual(['a', 'b']);
  });

  it('the China trial covers the basic services at 1:1 and nothing else (rulebook 2)', () => {
    const source = trialSource(trial);
    expect(source).toMatchObject({ ...trial, id: 'trial', kind: 'trial', apps: null });
    expect(AV_ITEMS.map((item) => source.ratioOn(item, trial.from))).toEqual([1, 1, 1, 1, 1, 1]);
    expect(source.ratioOn('recording.output.audio', trial.from)).toBeNull();
  });

  it('an account without usage needs no free minutes', () => {
    const facts = deriveFacts(accountOf({ site: 'intl', trial: { grantedOn: '2021-09-01' } }));
    const intl = shippedBook('intl');
    expect(minuteSources(facts, intl, null)).toEqual([]);
    expect(minuteSources(facts, intl, day('2021-09-01'))).toHaveLength(1);
  });

  it('free minutes go before packages', () => {
    const facts = deriveFacts(
      accountOf({
        trial: { grantedOn: '2023-06-01' },
        packages: [{ id: 'p', minutes: 5, purchasedAt: '2023-01-01T00:00:00' }],
      }),
    );
    expect(minuteSources(facts, CN, null).map(({ id }) => id)).toEqual(['trial', 'p']);
  });
});

describe('balances', () => {
  it('are open from the first day through the last, while something is left', () => {
    const balances = new Balances([trialSource(trial), packageSource(windowOf(), CN)]);
    const open = (on: string) => balances.open('av.hd', day(on)).map(({ source }) => source.id);
    expect(open('2023-05-31')).toEqual([]);
    expect(open('2023-06-01')).toEqual(['trial']);
    expect(open('2023-06-02')).toEqual(['trial', 'p']);
    expect(open('2024-06-30')).toEqual(['trial', 'p']);
    expect(open('2024-07-01')).toEqual([]);
    balances.open('av.audio', day('2023-06-01'))[0]?.take(10);
    expect(open('2023-06-02')).toEqual(['p']);
  });

  it('are shared by the items and days that draw on them, and never go below zero', () => {
    const balances = new Balances([trialSource(trial)]);
    const [today] = balances.open('av.hd', day('2023-06-01'));
    today?.take(4);
    const [tomorrow] = balances.open('av.audio', day('2023-06-02'));
    expect(tomorrow?.left()).toBe(6);
    expect(() => tomorrow?.take(7)).toThrow(/trial below zero/);
    tomorrow?.take(6);
    expect([today?.left(), tomorrow?.left()]).toEqual([0, 0]);
  });
});
