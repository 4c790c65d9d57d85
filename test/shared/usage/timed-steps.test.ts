import { describe, expect, it } from 'vitest';
import { deriveFacts } from '../../../src/shared/account/derive';
import { day } from '../../../src/shared/period/day';
import { meterUsage } from '../../../src/shared/usage/meter';
import type { MeteredUsage } from '../../../src/shared/usage/metered';
import { timedSteps } from '../../../src/shared/usage/timed-steps';
import type { TimedUsage } from '../../../src/shared/usage/usage-series';
import { accountOf } from '../../support/bill-of';
import { ledger, type UsageRow } from '../../support/usage-ledger';

const DAY = day('2023-06-01');

function metered(rows: readonly UsageRow[]) {
  const usage = ledger(...rows.map((row) => ({ ...row, day: row.day })));
  const { days } = meterUsage(usage, deriveFacts(accountOf({ settlement: 'daily' })));
  return { usages: days.flatMap(({ usages }) => usages), rows: usage.timedUsageOf(DAY) };
}
const steps = (usages: readonly MeteredUsage[], rows: readonly TimedUsage[]) =>
  timedSteps('cn', 'application', DAY, usages, rows).map(
    ({ start, item, sdkAppId, minutes }) =>
      `${start?.slice(11, 16) ?? 'untimed'} ${sdkAppId} ${item} ${minutes}`,
  );

describe('the order inside a day', () => {
  it('is by time, then what has no time, then by item and application', () => {
    const { usages, rows } = metered([
      { day: DAY, app: 'b', item: 'av.audio', seconds: 60 },
      { day: DAY, app: 'a', item: 'av.hd', seconds: 60 },
      { day: DAY, app: 'a', item: 'av.audio', seconds: 60 },
      { day: DAY, app: 'c', at: '23:55', item: 'av.4k', seconds: 60 },
      { day: DAY, app: 'c', at: '00:00', item: 'av.sd', seconds: 60 },
      { day: DAY, app: 'd', at: '00:00', item: 'av.audio', seconds: 60 },
      { day: DAY, app: 'c', at: '00:00', item: 'av.audio', seconds: 60 },
    ]);
    const order = [
      '00:00 c av.audio 1',
      '00:00 d av.audio 1',
      '00:00 c av.sd 1',
      '23:55 c av.4k 1',
      'untimed a av.audio 1',
      'untimed b av.audio 1',
      'untimed a av.hd 1',
    ];
    expect(steps(usages, rows)).toEqual(order);
    expect(steps(usages, rows.toReversed())).toEqual(order);
  });

  it('has one step for the rows of one moment, item and application', () => {
    const row = { day: DAY, at: '10:00', item: 'av.hd', seconds: 20 } as const;
    const { usages, rows } = metered([row, row, { ...row, at: '10:05' }, row]);
    expect(steps(usages, rows)).toEqual(['10:00 1400000001 av.hd 1', '10:05 1400000001 av.hd 1']);
  });

  it.each([
    ['source', { at: '10:00', seconds: 60, source: 'api' }],
    ['unit', { at: '10:00', minutes: 1.5 }],
    ['granularity', { seconds: 60 }],
  ] as const)('leaves out rows of a series that does not count: another %s', (_, other) => {
    const { usages, rows } = metered([
      { day: DAY, at: '10:00', item: 'av.hd', seconds: 90 },
      { day: DAY, item: 'av.hd', ...other },
    ]);
    expect(rows).toHaveLength(2);
    expect(steps(usages, rows)).toEqual(['10:00 1400000001 av.hd 2']);
  });

  it('leaves out rows of other items and applications than it is asked for', () => {
    const { usages, rows } = metered([
      { day: DAY, app: 'a', item: 'av.hd', seconds: 60 },
      { day: DAY, app: 'b', item: 'av.hd', seconds: 60 },
      { day: DAY, app: 'a', item: 'av.sd', seconds: 60 },
    ]);
    const wanted = usages.filter(({ sdkAppId, item }) => sdkAppId === 'a' && item === 'av.hd');
    expect(steps(wanted, rows)).toEqual(['untimed a av.hd 1']);
  });

  it('refuses rows that do not add up to their series', () => {
    const { usages, rows } = metered([
      { day: DAY, at: '10:00', item: 'av.hd', seconds: 60 },
      { day: DAY, at: '10:05', item: 'av.hd', seconds: 60 },
    ]);
    expect(() => steps(usages, rows.slice(1))).toThrow(/do not add up/);
  });
});
