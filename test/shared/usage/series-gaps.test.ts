import { describe, expect, it } from 'vitest';
import { deriveFacts } from '../../../src/shared/account/derive';
import { meterUsage } from '../../../src/shared/usage/meter';
import { accountOf } from '../../support/bill-of';
import { ledger, type UsageRow } from '../../support/usage-ledger';

type Quantity = Pick<UsageRow, 'seconds' | 'minutes' | 'at'>;
const row = (quantity: Quantity, more: Partial<UsageRow> = {}): UsageRow => {
  return { day: '2023-06-01', item: 'av.hd', ...quantity, ...more };
};
const notes = (...rows: readonly UsageRow[]) =>
  meterUsage(ledger(...rows), deriveFacts(accountOf({ settlement: 'daily' }))).issues;

/** Whether a row of the billing export and one of the console are taken for different usage. */
const differ = (billing: Quantity, console: Quantity) =>
  notes(row(billing), row(console, { source: 'console' })).length > 0;

describe('two exports of the same usage', () => {
  it('seconds are exact', () => {
    expect(differ({ seconds: 301 }, { seconds: 301 })).toBe(false);
    expect(differ({ seconds: 301 }, { seconds: 302 })).toBe(true);
    expect(differ({ seconds: 302 }, { seconds: 301 })).toBe(true);
  });

  it('a row of decimals is off by one second at most, either way', () => {
    // 5.0167 minutes are 301 s.
    const decimals = { minutes: 5.0167 };
    const differs = [299, 300, 301, 302, 303].map((seconds) => differ({ seconds }, decimals));
    expect(differs).toEqual([true, false, false, false, true]);
  });

  it('a row of whole minutes holds less than one minute less than it says, never more', () => {
    const differs = [240, 241, 300, 301].map((seconds) => differ({ seconds }, { minutes: 5 }));
    expect(differs).toEqual([true, false, false, true]);
  });

  it('each row of whole minutes may hold less; rows of nothing hold nothing less', () => {
    const whole = (...minutes: readonly number[]) =>
      minutes.map((count, index) =>
        row({ minutes: count, at: `10:0${index}` }, { source: 'console' }),
      );
    const differs = (seconds: number, ...minutes: readonly number[]) =>
      notes(row({ seconds }), ...whole(...minutes)).length > 0;
    expect(differs(600 - 2 * 59, 5, 5)).toBe(false);
    expect(differs(600 - 2 * 59 - 1, 5, 5)).toBe(true);
    expect(differs(600 - 2 * 59 - 1, 5, 5, 0)).toBe(true);
  });

  it('are one note for each application, item and pair of exports', () => {
    const both = (app: string, item: 'av.hd' | 'av.sd'): UsageRow[] => [
      row({ seconds: 301 }, { app, item }),
      row({ seconds: 60 }, { app, item, source: 'console' }),
      row({ seconds: 120 }, { app, item, source: 'api' }),
    ];
    const found = notes(...both('a', 'av.hd'), ...both('b', 'av.hd'), ...both('a', 'av.sd'));
    expect(
      found.map(({ params }) => [params['sdkAppId'], params['item'], params['otherSource']].join()),
    ).toEqual([
      'a,av.sd,api',
      'a,av.sd,console',
      'a,av.hd,api',
      'a,av.hd,console',
      'b,av.hd,api',
      'b,av.hd,console',
    ]);
  });
});
