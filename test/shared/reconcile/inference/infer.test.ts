import { describe, expect, it } from 'vitest';
import { deriveFacts } from '../../../../src/shared/account/derive';
import type { PolicyChoices } from '../../../../src/shared/account/policy';
import { addDays } from '../../../../src/shared/period/day';
import type { AuditInput } from '../../../../src/shared/reconcile/result/audit-result';
import { lineKeys } from '../../../../src/shared/bill/line-key';
import { explainedLines, infer } from '../../../../src/shared/reconcile/inference/infer';
import type { MatchPin } from '../../../../src/shared/reconcile/match/match-pin';
import { utcLedger } from '../../../../src/shared/reconcile/inference/utc-ledger';
import { expectedBill } from '../../../../src/shared/settlement/expected-bill';
import type { Charge } from '../../../../src/shared/settlement/charge';
import { billOf, settlementLine, termsOf } from '../../../support/bill-lines';
import { cleanMonth, type CleanMonth } from '../../../support/clean-month';
import { ledgerOf } from '../../../support/ledger';
import { Random } from '../../../support/random';

/** A month whose usage is all 5-minute rows of seconds, so that rounding and clock leave their marks. */
function finelyMetered(seed: number): CleanMonth {
  const month = cleanMonth(new Random(seed));
  const rows = month.rows.filter((row) => row.seconds !== undefined);
  return { ...month, rows, usage: ledgerOf(rows) };
}

function chargesOf(month: CleanMonth, policy: PolicyChoices = {}, usage = month.usage): Charge[] {
  const facts = deriveFacts({ ...month.account, policy });
  const { priceBook } = month;
  return [...expectedBill({ facts, priceBook, usage, period: null }).charges];
}

const inputOf = (month: CleanMonth, charges: readonly Charge[]): AuditInput => ({
  ...month,
  billLines: billOf(charges),
  period: null,
});

const lineCount = (charges: readonly Charge[]) =>
  charges.filter((charge) => charge.billableMinutes > 0).length;

describe('inference over all lines', () => {
  it('sees that minutes were rounded over the whole account', () => {
    for (let seed = 1; seed <= 8; seed += 1) {
      const month = finelyMetered(seed);
      const charges = chargesOf(month, { meteringScope: 'account' });
      const [best] = infer(inputOf(month, charges));
      const lines = lineCount(charges);
      expect(best).toMatchObject({ kind: 'scope', value: 'account', lines, of: lines });
      expect(best?.usualLines).toBeLessThan(lines);
    }
  });

  it('sees that seconds were added up over the month', () => {
    const month = finelyMetered(21);
    const charges = chargesOf(month, { meteringPeriod: 'month' });
    const lines = lineCount(charges);
    expect(infer(inputOf(month, charges))[0]).toMatchObject({
      kind: 'period',
      value: 'month',
      lines,
      of: lines,
    });
  });

  it('sees that days were cut at midnight UTC', () => {
    const month = finelyMetered(31);
    const usage = utcLedger(month.usage);
    if (!usage) throw new Error('the month has rows with a time');
    const charges = chargesOf(month, {}, usage);
    const lines = lineCount(charges);
    expect(infer(inputOf(month, charges))[0]).toMatchObject({
      kind: 'clock',
      value: 'utc',
      lines,
      of: lines,
    });
  });

  it('sees that the prices of another era were charged', () => {
    const month = cleanMonth(new Random(41));
    const billed = chargesOf(month).filter((charge) => charge.billableMinutes > 0);
    const before = new Map(
      month.priceBook.prices.flatMap(({ item, era, price }) =>
        era === 'CN-2' ? [[item, price] as const] : [],
      ),
    );
    // The item with a contract price of its own keeps it in any era.
    const listPriceOf = (charge: Charge) =>
      (charge.item === 'av.4k' ? undefined : before.get(charge.item)) ?? termsOf(charge).listPrice;
    const billLines = billed.map((charge, index) =>
      settlementLine(index + 1, { ...termsOf(charge), listPrice: listPriceOf(charge) }),
    );
    const unchanged = billed.filter((charge) => listPriceOf(charge).eq(termsOf(charge).listPrice));
    expect(unchanged.length).toBeLessThan(billed.length);
    expect(infer({ ...month, billLines, period: null })[0]).toEqual({
      kind: 'era',
      value: 'CN-2',
      lines: billed.length,
      usualLines: unchanged.length,
      of: billed.length,
    });
  });

  it('says nothing where the usual reading explains as much as any other', () => {
    const month = finelyMetered(51);
    const charges = chargesOf(month);
    expect(infer(inputOf(month, charges))).toEqual([]);
    const [first, ...rest] = billOf(charges);
    if (!first) throw new Error('the month has charges');
    const spoiled = [{ ...first, amount: first.amount.plus('12.34') }, ...rest];
    expect(infer({ ...month, billLines: spoiled, period: null })).toEqual([]);
  });
});

describe('matches by hand', () => {
  it('count for every reading: a line taken out is explained by none, one put in its place is', () => {
    const month = finelyMetered(71);
    const charges = chargesOf(month);
    const billLines = billOf(charges);
    const all = billLines.length;
    const [first] = billLines;
    const charge = charges.find(({ billableMinutes }) => billableMinutes > 0);
    if (!first || !charge) throw new Error('the month has lines');
    const lineKey = lineKeys(billLines).get(first.id) ?? '';
    const explained = (pins: readonly MatchPin[], lines = billLines) =>
      explainedLines({ ...month, billLines: lines, period: null, pins });
    expect(explained([])).toEqual({ lines: all, of: all });
    expect(explained([{ kind: 'apart', lineKey }])).toEqual({ lines: all - 1, of: all });

    const misplaced = billLines.map((line) =>
      line === first ? { ...line, sdkAppId: '1400999009' } : line,
    );
    expect(explained([], misplaced)).toEqual({ lines: all - 1, of: all });
    const { sdkAppId, item, periodStart: from, periodEnd: to } = charge;
    const place = lineKeys(misplaced).get(first.id) ?? '';
    const pin = { kind: 'placed', lineKey: place, sdkAppId, item, from, to } as const;
    expect(explained([pin], misplaced)).toEqual({ lines: all, of: all });
  });
});

describe('the UTC ledger', () => {
  it('moves what was used before 08:00 to the day before, and loses nothing', () => {
    const { usage } = finelyMetered(61);
    const utc = utcLedger(usage);
    const seconds = (ledger: typeof usage | null) =>
      ledger?.series.reduce((sum, one) => sum + one.seconds, 0);
    expect(seconds(utc)).toBe(seconds(usage));
    for (const { day } of utc?.series ?? [])
      for (const row of utc?.timedUsageOf(day) ?? []) {
        const early = (row.start ?? '').slice(11) < '08:00:00';
        expect(row.start?.slice(0, 10)).toBe(early ? addDays(day, 1) : day);
      }
  });

  it('is none where no row has a time', () => {
    const month = cleanMonth(new Random(5));
    const rows = month.rows.filter((row) => row.at === undefined);
    expect(utcLedger(ledgerOf(rows))).toBeNull();
  });
});
