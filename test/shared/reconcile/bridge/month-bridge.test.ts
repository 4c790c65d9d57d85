import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Item } from '../../../../src/shared/catalog/item';
import { decimal, sum, toText } from '../../../../src/shared/money/decimal';
import {
  MONTH_EFFECTS,
  monthBridge,
  type MonthShare,
} from '../../../../src/shared/reconcile/bridge/month-bridge';

const share = (item: Item, minutes: number | null, amount: string): MonthShare => ({
  sdkAppId: '1400000001',
  item,
  minutes: minutes === null ? null : decimal(minutes),
  amount: decimal(amount),
});
const texts = ({ effects }: ReturnType<typeof monthBridge>) =>
  Object.fromEntries(MONTH_EFFECTS.map((effect) => [effect, toText(effects[effect])]));

describe('a month against another', () => {
  it('is all volume when everything doubles at the same prices', () => {
    const before = [share('av.audio', 1000, '7'), share('av.hd', 500, '14')];
    const after = [share('av.audio', 2000, '14'), share('av.hd', 1000, '28')];
    expect(texts(monthBridge(before, after))).toEqual({
      volume: '21',
      price: '0',
      mix: '0',
      new: '0',
      gone: '0',
    });
  });

  it('is all price when only what is paid per minute changes', () => {
    const bridge = monthBridge([share('av.hd', 1000, '28')], [share('av.hd', 1000, '25.2')]);
    expect(texts(bridge)).toMatchObject({ volume: '0', price: '-2.8', mix: '0' });
  });

  it('is all mix when minutes move to a dearer item', () => {
    const before = [share('av.audio', 1000, '7'), share('av.hd', 1000, '28')];
    const after = [share('av.audio', 500, '3.5'), share('av.hd', 1500, '42')];
    expect(texts(monthBridge(before, after))).toMatchObject({
      volume: '0',
      price: '0',
      mix: '10.5',
    });
  });

  it('keeps what began and what ended apart, and calls a change without minutes a price', () => {
    const before = [share('av.sd', 10, '1'), share('relay.bandwidth', null, '5')];
    const after = [share('av.hd', 10, '3'), share('relay.bandwidth', null, '6')];
    expect(texts(monthBridge(before, after))).toEqual({
      volume: '0',
      price: '1',
      mix: '0',
      new: '3',
      gone: '-1',
    });
  });

  const shares = fc.array(
    fc.record({
      sdkAppId: fc.constantFrom(null, '1400000001', '1400000002'),
      item: fc.constantFrom<Item>('av.audio', 'av.sd', 'av.hd', 'relay.bandwidth'),
      minutes: fc.option(fc.nat(10_000_000).map(decimal), { nil: null }),
      amount: fc
        .integer({ min: -1_000_000_000, max: 1_000_000_000 })
        .map((scaled) => decimal(scaled).div(decimal(100_000_000))),
    }),
    { maxLength: 12 },
  );

  it('closes to the last digit, in total and in every row', () => {
    fc.assert(
      fc.property(shares, shares, (before, after) => {
        const bridge = monthBridge(before, after);
        const total = sum(MONTH_EFFECTS.map((effect) => bridge.effects[effect]));
        expect(toText(total)).toBe(toText(bridge.after.minus(bridge.before)));
        expect(toText(bridge.before)).toBe(toText(sum(before.map(({ amount }) => amount))));
        for (const change of bridge.changes) {
          const moved = sum(MONTH_EFFECTS.map((effect) => change.effects[effect]));
          const own = (change.after?.amount ?? decimal(0)).minus(
            change.before?.amount ?? decimal(0),
          );
          expect(toText(moved)).toBe(toText(own));
          for (const effect of MONTH_EFFECTS)
            expect(change.effects[effect].decimalPlaces()).toBeLessThanOrEqual(8);
        }
      }),
    );
  });

  it('negates, and exchanges new and gone, when the two are swapped', () => {
    fc.assert(
      fc.property(shares, shares, (before, after) => {
        const [there, back] = [monthBridge(before, after), monthBridge(after, before)];
        expect(toText(there.effects.new)).toBe(toText(back.effects.gone.negated()));
        expect(toText(there.effects.gone)).toBe(toText(back.effects.new.negated()));
      }),
    );
  });

  it('is nothing against itself', () => {
    fc.assert(
      fc.property(shares, (month) => {
        expect(Object.values(texts(monthBridge(month, month)))).toEqual(
          MONTH_EFFECTS.map(() => '0'),
        );
      }),
    );
  });
});
