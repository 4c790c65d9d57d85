import { describe, expect, it } from 'vitest';
import type { Item } from '../../../src/shared/catalog/item';
import { day } from '../../../src/shared/period/day';
import { settledUsage } from '../../../src/shared/settlement/settled-usage';
import { deriveFacts } from '../../../src/shared/account/derive';
import { meterUsage } from '../../../src/shared/usage/meter';
import { accountOf, billOf } from '../../support/bill-of';
import { ledger } from '../../support/usage-ledger';

const DATE = day('2023-06-01');
const used = (item: Item, minutes: number) => {
  const { days } = meterUsage(
    ledger({ day: DATE, item, minutes }),
    deriveFacts(accountOf({ settlement: 'daily' })),
  );
  const [metered] = days;
  if (!metered) throw new Error('a day');
  return metered;
};
const drawnOf = (item: Item, meteredMinutes: number) => ({
  day: DATE,
  sdkAppId: '1400000001',
  item,
  meteredMinutes,
  trialMinutes: 0,
  packageMinutes: 0,
  billableMinutes: meteredMinutes,
});

describe('a day that is settled', () => {
  it('never joins the minutes of one item with the draw-down of another', () => {
    const joined = (...drawn: ReturnType<typeof drawnOf>[]) =>
      settledUsage(used('av.hd', 60), { day: DATE, drawn, drawdowns: [] });
    expect(joined(drawnOf('av.hd', 60))).toHaveLength(1);
    for (const wrong of [[drawnOf('av.sd', 60)], [drawnOf('av.hd', 61)], []])
      expect(() => joined(...wrong)).toThrow('keeps the metered usage in order');
  });

  it('lists its charges by application, then by item', () => {
    const { charges } = billOf({ settlement: 'daily' }, [
      { day: DATE, item: 'av.audio', minutes: 60, app: '1400000002' },
      { day: DATE, item: 'av.hd', minutes: 60, app: '1400000001' },
      { day: DATE, item: 'av.hd', minutes: 60, app: '1400000002' },
    ]);
    expect(charges.map(({ id }) => id)).toEqual([
      '2023-06-01/1400000001/av.hd',
      '2023-06-01/1400000002/av.audio',
      '2023-06-01/1400000002/av.hd',
    ]);
  });
});
