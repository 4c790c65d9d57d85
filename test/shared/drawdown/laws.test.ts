import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deriveFacts } from '../../../src/shared/account/derive';
import { drawDown } from '../../../src/shared/drawdown/draw-down';
import type { DrawnDay } from '../../../src/shared/drawdown/draw-day';
import { minuteSources } from '../../../src/shared/drawdown/all-sources';
import { meterUsage } from '../../../src/shared/usage/meter';
import { accountOf } from '../../support/bill-of';
import {
  randomAccount,
  randomChinaAccount,
  randomInternationalAccount,
  type RandomAccount,
} from '../../support/random-account';
import { ledger } from '../../support/usage-ledger';
import { shippedBook } from '../pricing/books';

const BOOKS = { cn: shippedBook('cn'), intl: shippedBook('intl') };
const BOOK = BOOKS.cn;
const anyAccount = fc.oneof(randomAccount, randomChinaAccount, randomInternationalAccount);

type Scope = 'application' | 'account';

function drawn(
  { rows, ...stated }: RandomAccount,
  alwaysByMoments = false,
  meteringScope: Scope = stated.policy.meteringScope ?? 'application',
) {
  const { site } = stated;
  const facts = deriveFacts(accountOf({ ...stated, policy: { ...stated.policy, meteringScope } }));
  const usage = ledger(...rows);
  const { days } = meterUsage(usage, facts);
  const sources = minuteSources(facts, BOOKS[site], days.at(-1)?.day ?? null);
  const input = { site, scope: facts.meteringScope, days, ledger: usage, sources };
  return { days: drawDown(input, alwaysByMoments), sources, facts };
}

const sumsOf = (days: readonly DrawnDay[]) =>
  days
    .flatMap(({ drawdowns }) => drawdowns)
    .map(({ day, sdkAppId, item, source, rawMinutes, deducted }) =>
      [day, sdkAppId, item, source, rawMinutes, deducted].join(' '),
    )
    .sort();

describe('laws of the draw-down', () => {
  it('a day drawn by its totals gives the sums that its moments give', () => {
    fc.assert(
      fc.property(
        anyAccount,
        fc.constantFrom<Scope>('application', 'account'),
        (account, scope) => {
          const short = drawn(account, false, scope).days;
          const long = drawn(account, true, scope).days;
          expect(sumsOf(short)).toEqual(sumsOf(long));
          expect(short.map((day) => day.drawn)).toEqual(long.map((day) => day.drawn));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('metered = trial + packages + billable, and the rows say where each covered minute came from', () => {
    fc.assert(
      fc.property(anyAccount, (account) => {
        for (const { drawn: usages, drawdowns } of drawn(account).days)
          for (const usage of usages) {
            const own = drawdowns.filter(
              (row) => row.sdkAppId === usage.sdkAppId && row.item === usage.item,
            );
            const raw = (trial: boolean) =>
              own
                .filter((row) => (row.source === 'trial') === trial)
                .reduce((sum, row) => sum + row.rawMinutes, 0);
            expect(raw(true)).toBe(usage.trialMinutes);
            expect(raw(false)).toBe(usage.packageMinutes);
            expect(usage.billableMinutes).toBeGreaterThanOrEqual(0);
            expect(usage.trialMinutes + usage.packageMinutes + usage.billableMinutes).toBe(
              usage.meteredMinutes,
            );
          }
      }),
    );
  });

  it('a balance runs on from row to row, never below zero, never outside its window', () => {
    fc.assert(
      fc.property(anyAccount, (account) => {
        const { days, sources } = drawn(account);
        const left = new Map(sources.map((source) => [source, source.minutes]));
        for (const row of days.flatMap(({ drawdowns }) => drawdowns)) {
          // Every month and every cycle of free minutes is a source of its own, all called `trial`.
          const source = sources.find(
            ({ id, from, through }) => id === row.source && from <= row.day && row.day <= through,
          );
          if (!source) expect.fail(`${row.source} was drawn on ${row.day}, outside its window`);
          expect(row.deducted).toBe(row.rawMinutes * row.ratio);
          expect(row.rawMinutes).toBeGreaterThan(0);
          left.set(source, (left.get(source) ?? 0) - row.deducted);
          expect(row.balanceAfter).toBe(left.get(source));
          expect(row.balanceAfter).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  it('asks for the rows of a day only where the order inside it can matter', () => {
    const stated = {
      settlement: 'daily',
      trial: { grantedOn: '2022-06-01', minutes: 100, expiresOn: '2022-07-31' },
    };
    const facts = deriveFacts(accountOf(stated));
    const usage = ledger(
      { day: '2022-06-01', at: '10:00', item: 'av.audio', seconds: 3000 },
      { day: '2022-06-02', at: '10:00', item: 'av.audio', seconds: 1500 },
      { day: '2022-06-02', at: '09:00', item: 'av.hd', seconds: 2400 },
      { day: '2022-06-03', at: '09:00', item: 'av.hd', seconds: 2400 },
    );
    const asked: string[] = [];
    const counting = {
      ...usage,
      timedUsageOf: (date: Parameters<typeof usage.timedUsageOf>[0]) => {
        asked.push(date);
        return usage.timedUsageOf(date);
      },
    };
    const { days } = meterUsage(counting, facts);
    const drawnDays = drawDown({
      site: 'cn',
      scope: 'application',
      days,
      ledger: counting,
      sources: minuteSources(facts, BOOK, null),
    });
    expect(asked).toEqual(['2022-06-02']);
    expect(sumsOf(drawnDays)).toEqual([
      '2022-06-01 1400000001 av.audio trial 50 50',
      '2022-06-02 1400000001 av.audio trial 10 10',
      '2022-06-02 1400000001 av.hd trial 40 40',
    ]);
  });
});
