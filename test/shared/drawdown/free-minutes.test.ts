import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Account } from '../../../src/shared/account/account';
import { unstatedAccount } from '../../../src/shared/account/defaults';
import { deriveFacts } from '../../../src/shared/account/derive';
import type { Item } from '../../../src/shared/catalog/item';
import {
  freeMinutesRuleOn,
  internationalFreeMinutes,
} from '../../../src/shared/drawdown/free-minutes';
import { addDays, addMonths, day } from '../../../src/shared/period/day';

/** The one source that covers a day of use, as text; null: none. */
function free(on: string, change: Partial<Account>) {
  const facts = deriveFacts({ ...unstatedAccount('intl'), ...change });
  const sources = internationalFreeMinutes(facts, addMonths(day(on), 3));
  const covering = sources.filter(({ from, through }) => from <= on && on <= through);
  expect(covering.length).toBeLessThanOrEqual(1);
  const [found] = covering;
  return found ? `${found.from}..${found.through} ${found.minutes}` : null;
}
const first = (on: string) => ({ firstAppOn: day(on) });

describe('free minutes of the international site', () => {
  it('G39: granted on 2022-11-15, the cycle lasts through 2022-12-14', () => {
    const trial = { grantedOn: day('2022-11-15') };
    const policy = { intlFreeCycleFrom: day('2022-11-15') };
    for (const on of ['2022-11-15', '2022-12-14'])
      expect(free(on, { trial, policy })).toBe('2022-11-15..2022-12-14 10000');
    expect(free('2022-12-15', { trial, policy })).toBe('2022-12-15..2023-01-14 10000');
    expect(free('2022-11-14', { trial, policy })).toBeNull();
  });

  it.each([
    ['2021-11-04', {}, 'once'],
    ['2021-11-05', {}, 'monthly'],
    ['2023-01-11', {}, 'monthly'],
    ['2023-01-12', {}, 'cycles'],
    ['2022-11-14', { intlFreeCycleFrom: day('2022-11-15') }, 'monthly'],
    ['2022-11-15', { intlFreeCycleFrom: day('2022-11-15') }, 'cycles'],
  ])('on %s with %j the rule is: %s', (on, policy, rule) => {
    const facts = deriveFacts({ ...unstatedAccount('intl'), policy });
    expect(freeMinutesRuleOn(facts, day(on))).toBe(rule);
  });

  it.each([
    ['2021-08-19', '2021-08-19', null],
    ['2021-08-19', '2021-11-04', null],
    ['2021-08-19', '2021-11-05', '2021-11-05..2021-11-30 10000'],
    ['2021-08-20', '2021-08-20', '2021-08-20..2021-11-04 10000'],
    ['2021-08-20', '2021-11-04', '2021-08-20..2021-11-04 10000'],
    ['2021-11-04', '2021-11-04', '2021-11-04..2021-11-04 10000'],
    ['2021-08-20', '2021-12-31', '2021-12-01..2021-12-31 10000'],
    ['2022-04-10', '2022-04-09', null],
    ['2022-04-10', '2022-04-10', '2022-04-10..2022-04-30 10000'],
    ['2022-04-10', '2023-01-11', '2023-01-01..2023-01-11 10000'],
    ['2022-04-10', '2023-01-12', '2023-01-12..2023-02-09 10000'],
    ['2022-04-12', '2023-01-12', '2023-01-12..2023-02-11 10000'],
    ['2022-01-31', '2023-02-27', '2023-01-31..2023-02-27 10000'],
    ['2022-01-31', '2023-02-28', '2023-02-28..2023-03-30 10000'],
    ['2022-01-31', '2024-02-29', '2024-02-29..2024-03-30 10000'],
  ])('first app on %s, used on %s: %s', (firstApp, on, expected) => {
    expect(free(on, first(firstApp))).toBe(expected);
  });

  it('are as stated: none, another number, another day, a balance part-way', () => {
    expect(free('2023-06-01', { ...first('2022-01-01'), trial: null })).toBeNull();
    const trial = { grantedOn: day('2021-08-01'), minutes: 500 };
    expect(free('2021-09-01', { trial })).toBe('2021-08-01..2021-11-04 500');
    const remaining = { asOf: day('2023-06-10'), minutes: 42 };
    const partWay = { trial: { grantedOn: day('2023-06-05'), remaining } };
    expect(free('2023-06-09', partWay)).toBeNull();
    expect(free('2023-06-10', partWay)).toBe('2023-06-10..2023-07-04 42');
    expect(free('2023-07-05', partWay)).toBe('2023-07-05..2023-08-04 10000');
  });

  it('the one-off minutes end on a stated day', () => {
    const trial = { grantedOn: day('2021-09-01'), expiresOn: day('2021-09-30') };
    expect(free('2021-09-30', { trial })).toBe('2021-09-01..2021-09-30 10000');
    expect(free('2021-10-01', { trial })).toBeNull();
  });

  it('a balance that is known part-way leaves nothing of the cycles before it', () => {
    const partWay = (asOf: string) => ({
      trial: { grantedOn: day('2023-04-05'), remaining: { asOf: day(asOf), minutes: 42 } },
    });
    expect(free('2023-05-04', partWay('2023-06-10'))).toBeNull();
    expect(free('2023-05-05', partWay('2023-06-10'))).toBeNull();
    expect(free('2023-06-10', partWay('2023-06-10'))).toBe('2023-06-10..2023-07-04 42');
    const known = deriveFacts({ ...unstatedAccount('intl'), ...partWay('2023-06-10') });
    const sources = internationalFreeMinutes(known, day('2023-08-01'));
    expect(sources.map(({ from }) => from)).toEqual(['2023-06-10', '2023-07-05']);
    // Known on the first and on the last day of a cycle.
    expect(free('2023-06-05', partWay('2023-06-05'))).toBe('2023-06-05..2023-07-04 42');
    expect(free('2023-07-04', partWay('2023-07-04'))).toBe('2023-07-04..2023-07-04 42');
  });

  it('are not assumed where no grant is known', () => {
    expect(free('2023-06-01', {})).toBeNull();
  });

  it('no grant, month or cycle is empty, begins after the last day of use or meets another: law', () => {
    const anyDay = (from: string, days: number) =>
      fc.nat(days).map((count) => addDays(day(from), count));
    fc.assert(
      fc.property(
        fc.option(anyDay('2021-07-01', 900)),
        fc.boolean(),
        fc.oneof(anyDay('2023-01-01', 62), fc.constant(day('2023-02-01'))),
        anyDay('2021-08-20', 1000),
        (grantedOn, stated, intlFreeCycleFrom, until) => {
          const account = {
            ...unstatedAccount('intl'),
            policy: { intlFreeCycleFrom },
            ...(grantedOn === null ? {} : stated ? { trial: { grantedOn } } : first(grantedOn)),
          };
          const sources = internationalFreeMinutes(deriveFacts(account), until);
          sources.forEach(({ from, through }, index) => {
            expect(from <= through && from <= until).toBe(true);
            const next = sources[index + 1];
            if (next) expect(next.from).toBe(addDays(through, 1));
          });
          if (grantedOn === null || grantedOn < '2021-08-20' || grantedOn > until) return;
          expect(sources[0]?.from).toBe(grantedOn);
          expect((sources.at(-1)?.through ?? '') >= until).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('every day from the monthly minutes on is covered once', () => {
    const facts = deriveFacts({ ...unstatedAccount('intl'), ...first('2021-08-31') });
    const end = day('2025-12-31');
    const sources = internationalFreeMinutes(facts, end);
    for (let on = day('2021-08-31'); on <= end; on = addDays(on, 1)) {
      const covering = sources.filter(({ from, through }) => from <= on && on <= through);
      if (covering.length !== 1) expect.fail(`${on} is covered ${covering.length} times`);
    }
  });

  const facts = deriveFacts({ ...unstatedAccount('intl'), ...first('2021-09-01') });
  const ratio = (on: string, item: Item) =>
    internationalFreeMinutes(facts, day(on))
      .find(({ from, through }) => from <= on && on <= through)
      ?.ratioOn(item, day(on));

  it.each([
    ['2021-09-01', 'av.fhd', 1],
    ['2021-09-01', 'recording.output.hd', null],
    ['2022-03-01', 'recording.task.2k+', 1],
    ['2022-03-01', 'transcoding.audio', null],
    ['2022-03-01', 'recording.channels', null],
    ['2023-03-01', 'av.audio', 1],
    ['2023-03-01', 'av.sd', 2],
    ['2023-03-01', 'av.hd', 4],
    ['2023-03-01', 'recording.task.fhd', 9],
    ['2023-03-01', 'av.2k', 16],
    ['2023-03-01', 'av.4k', 36],
    ['2023-03-01', 'recording.channels', null],
  ] as const)('on %s a minute of %s takes %s', (on, item, expected) => {
    expect(ratio(on, item)).toBe(expected);
  });
});
