import { describe, expect, it } from 'vitest';
import { Balances } from '../../../src/shared/drawdown/balances';
import type { MinuteSource } from '../../../src/shared/drawdown/minute-source';
import { orderMatters, type Demand } from '../../../src/shared/drawdown/order-matters';
import { day } from '../../../src/shared/period/day';

const TODAY = day('2023-06-01');
const source = (id: string, minutes: number, ratio = 1, apps: readonly string[] = []) =>
  ({
    id,
    kind: 'package',
    from: TODAY,
    through: TODAY,
    minutes,
    apps: apps.length > 0 ? new Set(apps) : null,
    ratioOn: () => ratio,
  }) satisfies MinuteSource;

/** Demands of `minutes` each, one application after the other, on these sources. */
function matters(sources: readonly MinuteSource[], ...minutes: readonly number[]): boolean {
  const open = new Balances(sources).open('av.hd', TODAY);
  return orderMatters(
    minutes.map((asked, app): Demand => ({
      sdkAppId: String(app),
      minutes: asked,
      open,
    })),
  );
}

describe('whether the order inside a day can matter', () => {
  it('not as long as a source holds what all who come to it first ask for, to the last minute', () => {
    expect(matters([source('a', 10)], 4, 6)).toBe(false);
    expect(matters([source('a', 10)], 4, 7)).toBe(true);
    expect(matters([source('a', 40, 4)], 4, 6)).toBe(false);
    expect(matters([source('a', 40, 4)], 4, 7)).toBe(true);
  });

  it('not for one alone, however much it asks for, nor beside some that ask for nothing', () => {
    expect(matters([source('a', 10)], 11)).toBe(false);
    expect(matters([source('a', 10)], 0, 11, 0)).toBe(false);
    expect(matters([source('a', 10)])).toBe(false);
  });

  it('not beside some that nothing covers', () => {
    expect(matters([source('a', 10, 1, ['0'])], 11, 5)).toBe(false);
    expect(matters([source('a', 10, 1, ['0', '1'])], 11, 5)).toBe(true);
  });

  it('a source with too little left for one minute is passed over', () => {
    const passed = source('passed', 3, 4);
    expect(matters([passed], 5, 5)).toBe(false);
    expect(matters([passed, source('next', 10)], 5, 5)).toBe(false);
    expect(matters([passed, source('next', 10)], 5, 6)).toBe(true);
    expect(matters([source('enough', 4, 4), source('next', 10)], 1, 1)).toBe(true);
  });

  it('one source that is asked for too much is enough', () => {
    expect(matters([source('a', 5, 1, ['0', '1']), source('b', 50)], 3, 3, 3)).toBe(true);
    expect(matters([source('a', 6, 1, ['0', '1']), source('b', 50)], 3, 3, 3)).toBe(false);
  });
});
