import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ChargeRow } from '../../../../src/shared/contract/audits';
import { decimal, fromScaled, toText } from '../../../../src/shared/money/decimal';
import { addDays, day } from '../../../../src/shared/period/day';
import type { Charge } from '../../../../src/shared/settlement/charge';
import { DueAmounts } from '../../../../src/main/engine/store/runs/coverage';
import { expectedShares } from '../../../../src/main/engine/store/runs/month-shares';
import { chargePage, chargesAt } from '../../../../src/main/engine/store/runs/run-charges';
import { insertCharges } from '../../../../src/main/engine/store/runs/save-charges';
import type { OpenWorkspace } from '../../../../src/main/engine/store/workspace/workspace-file';
import { WriteTurns } from '../../../../src/main/engine/store/workspace/write-turns';
import { newWorkspace } from '../../workspace';

const PRICES = [decimal('7'), decimal('14.25'), decimal('0.00000001')];
const DISCOUNT = decimal('0.9');
let runs = 0;

/** Neighbours mostly share their days, as in a run; an amount may be beyond what a number holds exactly. */
const chargesOf = fc.array(
  fc.record({
    newDays: fc.boolean(),
    app: fc.nat({ max: 3 }),
    item: fc.constantFrom('av.audio', 'av.hd'),
    rate: fc.nat({ max: 2 }),
    seconds: fc.option(fc.nat()),
    minutes: fc.nat(),
    amountE8: fc.oneof(
      fc.bigInt({ min: 0n, max: 10n ** 6n }),
      fc.bigInt(2n ** 53n - 2n, 2n ** 62n),
    ),
  }),
  { maxLength: 40 },
);

function charge(
  index: number,
  days: number,
  of: {
    app: number;
    item: 'av.audio' | 'av.hd';
    rate: number;
    seconds: number | null;
    minutes: number;
    amountE8: bigint;
  },
): Charge {
  const periodStart = addDays(day('2023-06-01'), days);
  const price = PRICES[of.rate] ?? decimal('1');
  return {
    id: `${periodStart}/${1_400_000_000 + of.app}/${of.item}`,
    periodStart,
    periodEnd: addDays(periodStart, 1 + (days % 2)),
    chargedOn: addDays(periodStart, 2),
    sdkAppId: String(1_400_000_000 + of.app),
    item: of.item,
    seconds: of.seconds,
    meteredMinutes: of.minutes + index,
    carriedSeconds: of.minutes % 2,
    meteredMinutesLow: of.minutes,
    trialMinutes: index,
    packageMinutes: 1,
    billableMinutes: of.minutes,
    priceId: `price-${of.rate}`,
    era: 'CN-3',
    listPrice: price,
    discount: DISCOUNT,
    unitPrice: price,
    amount: fromScaled(of.amountE8, 8),
    currency: 'CNY',
    contractReference: of.rate === 1 ? 'C-1' : null,
  };
}

function rowOf(charge: Charge): ChargeRow {
  const { currency, ...stored } = charge;
  expect(currency).toBe('CNY');
  return {
    ...stored,
    listPrice: toText(charge.listPrice),
    discount: toText(charge.discount),
    unitPrice: toText(charge.unitPrice),
    amount: toText(charge.amount),
  };
}

async function stored(
  { writable }: OpenWorkspace,
  charges: readonly Charge[],
  turn: (done: number) => Promise<void>,
) {
  runs += 1;
  writable
    .prepare(
      `INSERT INTO runs VALUES (?, '', '', '', '', '{}', 0, '{}', 'CNY', NULL, NULL, '', '', '', '', '', '', '{}',
         '[]', '[]')`,
    )
    .run(runs);
  await insertCharges(writable, runs, charges, new WriteTurns(turn));
  return runs;
}
const goOn = () => Promise.resolve();

describe('charges in pieces', () => {
  it('come back as they were written, from any position on and one by one', async () => {
    const open = newWorkspace();
    await fc.assert(
      fc.asyncProperty(
        chargesOf,
        fc.nat({ max: 45 }),
        fc.integer({ min: 1, max: 45 }),
        async (drawn, offset, limit) => {
          let days = 0;
          const charges = drawn.map((of, index) => charge(index, (days += of.newDays ? 1 : 0), of));
          const run = await stored(open, charges, goOn);
          const rows = charges.map(rowOf);
          expect(chargePage(open.readable, run, { offset, limit })).toEqual({
            total: rows.length,
            rows: rows.slice(offset, offset + limit),
          });
          const places = [limit, offset, 0, offset].filter((place) => place < rows.length);
          const wanted = [...new Set(places)].sort((a, b) => a - b);
          expect(chargesAt(open.readable, run, places)).toEqual(wanted.map((place) => rows[place]));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('are cut at a thousand, let messages in, and add up to every digit', async () => {
    const open = newWorkspace();
    const amountE8 = 2n ** 53n + 1n;
    const charges = Array.from({ length: 25_001 }, (_, index) =>
      charge(index, 0, { app: 1, item: 'av.hd', rate: 0, seconds: 60, minutes: 1, amountE8 }),
    );
    const seen: number[] = [];
    const run = await stored(open, charges, (done) => {
      seen.push(done);
      return Promise.resolve();
    });
    expect(seen).toEqual([10_000, 20_000]);
    expect(chargePage(open.readable, run, { offset: 24_999, limit: 10 })).toEqual({
      total: 25_001,
      rows: charges.slice(24_999).map(rowOf),
    });
    const total = fromScaled(amountE8 * 25_001n, 8);
    expect(expectedShares(open.readable, run)).toEqual([
      { sdkAppId: '1400000001', item: 'av.hd', minutes: decimal(25_001), amount: total },
    ]);
    const due = new DueAmounts();
    expect([...due.read(open.readable, run)]).toHaveLength(26);
    expect(due.at(day('2023-06-01'), '1400000001')).toEqual(total);
    expect(due.at(day('2023-06-02'), '1400000001').isZero()).toBe(true);
    expect(due.at(day('2023-06-01'), '1400000002').isZero()).toBe(true);
  });

  it('of a run without any are none', async () => {
    const open = newWorkspace();
    const run = await stored(open, [], goOn);
    expect(chargePage(open.readable, run, { offset: 0, limit: 10 })).toEqual({
      total: 0,
      rows: [],
    });
    expect(chargesAt(open.readable, run, [0])).toEqual([]);
  });
});
