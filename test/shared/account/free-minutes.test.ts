import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Account } from '../../../src/shared/account/account';
import { unstatedAccount } from '../../../src/shared/account/defaults';
import { deriveFacts } from '../../../src/shared/account/derive';
import {
  freeCycle,
  freeMinutesOn,
  freeMinutesRatio,
} from '../../../src/shared/account/free-minutes';
import type { Site } from '../../../src/shared/catalog/site';
import { addDays, day } from '../../../src/shared/period/day';
import { contains } from '../../../src/shared/period/period';

const free = (on: string, change: Partial<Account>, site: Site = 'intl') => {
  const found = freeMinutesOn(deriveFacts({ ...unstatedAccount(site), ...change }), day(on));
  return found && `${found.kind} ${found.from}..${found.through} ${found.minutes}`;
};
const first = (on: string) => ({ firstAppOn: day(on) });

describe('free minutes of the international site', () => {
  it('G39: granted on 2022-11-15, the cycle lasts through 2022-12-14', () => {
    expect(freeCycle(day('2022-11-15'), day('2022-11-15'))).toEqual({
      from: '2022-11-15',
      to: '2022-12-15',
    });
    const trial = { grantedOn: day('2022-11-15') };
    const policy = { intlFreeCycleFrom: day('2022-11-15') };
    for (const on of ['2022-11-15', '2022-12-14'])
      expect(free(on, { trial, policy })).toBe('cycle 2022-11-15..2022-12-14 10000');
    expect(free('2022-12-15', { trial, policy })).toBe('cycle 2022-12-15..2023-01-14 10000');
    expect(free('2022-11-14', { trial, policy })).toBeNull();
  });

  it.each([
    ['2021-08-19', '2021-08-19', null],
    ['2021-08-19', '2021-11-04', null],
    ['2021-08-19', '2021-11-05', 'calendar-month 2021-11-05..2021-11-30 10000'],
    ['2021-08-20', '2021-08-20', 'once 2021-08-20..2021-11-04 10000'],
    ['2021-08-20', '2021-11-04', 'once 2021-08-20..2021-11-04 10000'],
    ['2021-08-20', '2021-12-31', 'calendar-month 2021-12-01..2021-12-31 10000'],
    ['2022-04-10', '2022-04-09', null],
    ['2022-04-10', '2022-04-10', 'calendar-month 2022-04-10..2022-04-30 10000'],
    ['2022-04-10', '2023-01-11', 'calendar-month 2023-01-01..2023-01-11 10000'],
    ['2022-04-10', '2023-01-12', 'cycle 2023-01-12..2023-02-09 10000'],
    ['2022-04-12', '2023-01-12', 'cycle 2023-01-12..2023-02-11 10000'],
    ['2022-01-31', '2023-02-27', 'cycle 2023-01-31..2023-02-27 10000'],
    ['2022-01-31', '2023-02-28', 'cycle 2023-02-28..2023-03-30 10000'],
    ['2022-01-31', '2024-02-29', 'cycle 2024-02-29..2024-03-30 10000'],
  ])('first app on %s, used on %s: %s', (firstApp, on, expected) => {
    expect(free(on, first(firstApp))).toBe(expected);
  });

  it('are as stated: none, another number, another day, a balance part-way', () => {
    expect(free('2023-06-01', { ...first('2022-01-01'), trial: null })).toBeNull();
    const trial = { grantedOn: day('2021-08-01'), minutes: 500 };
    expect(free('2021-09-01', { trial })).toBe('once 2021-08-01..2021-11-04 500');
    const remaining = { asOf: day('2023-06-10'), minutes: 42 };
    const partWay = { trial: { grantedOn: day('2023-06-05'), remaining } };
    expect(free('2023-06-09', partWay)).toBeNull();
    expect(free('2023-06-10', partWay)).toBe('cycle 2023-06-10..2023-07-04 42');
    expect(free('2023-07-05', partWay)).toBe('cycle 2023-07-05..2023-08-04 10000');
  });

  it('go by months where no grant is known, and there are none on the China site', () => {
    expect(free('2021-11-04', {})).toBeNull();
    expect(free('2023-01-12', {})).toBe('calendar-month 2023-01-01..2023-01-31 10000');
    expect(free('2023-06-01', first('2022-01-01'), 'cn')).toBeNull();
  });

  const days = fc
    .integer({ min: 0, max: 20_000 })
    .map((count) => addDays(day('2000-01-01'), count));
  it('cycles hold their days and follow each other', () => {
    fc.assert(
      fc.property(days, days, (grantedOn, on) => {
        const cycle = freeCycle(grantedOn, on);
        expect(contains(cycle, on)).toBe(true);
        expect(freeCycle(grantedOn, cycle.to).from).toBe(cycle.to);
        expect(freeCycle(grantedOn, addDays(cycle.to, -1))).toEqual(cycle);
        expect(freeCycle(grantedOn, grantedOn).from).toBe(grantedOn);
      }),
    );
  });

  it.each([
    ['once', 'av.fhd', 1],
    ['once', 'recording.output.hd', null],
    ['calendar-month', 'recording.task.2k+', 1],
    ['calendar-month', 'transcoding.audio', null],
    ['cycle', 'av.audio', 1],
    ['cycle', 'av.sd', 2],
    ['cycle', 'av.hd', 4],
    ['cycle', 'recording.task.fhd', 9],
    ['cycle', 'av.2k', 16],
    ['cycle', 'av.4k', 36],
    ['cycle', 'recording.channels', null],
  ] as const)('%s: a minute of %s takes %s', (kind, item, ratio) => {
    expect(freeMinutesRatio(kind, item)).toBe(ratio);
  });
});
