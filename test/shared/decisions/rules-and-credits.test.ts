import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Decidable, Decision } from '../../../src/shared/decisions/decision';
import { EarlierDecisions } from '../../../src/shared/decisions/carry-over';
import {
  openBalance,
  suggestCredits,
  type CreditLine,
  type PromisedCredit,
} from '../../../src/shared/decisions/credit';
import { leadingCause, onlyCause } from '../../../src/shared/decisions/leading-cause';
import { isWithinLimit, limitOf } from '../../../src/shared/decisions/limit';
import { answersOf, type DecisionRule } from '../../../src/shared/decisions/rule';
import { decimal, sum, toText } from '../../../src/shared/money/decimal';
import { addDays, day } from '../../../src/shared/period/day';

const FIRST = day('2023-06-01');
const row = (
  index: number,
  difference: string,
  cause: 'old-price' | 'row-rounding' = 'old-price',
) =>
  ({
    id: `row ${index}`,
    periodStart: addDays(FIRST, index),
    periodEnd: addDays(FIRST, index + 1),
    sdkAppId: '1400000001',
    item: 'av.hd',
    difference,
    unexplained: '0',
    causes: [{ cause, amount: difference }],
  }) satisfies Decidable;
const rule = (id: number, cap: string, until = '2030-01-01'): DecisionRule => ({
  id,
  cause: 'old-price',
  item: null,
  sdkAppId: null,
  verdict: 'accept',
  cap,
  until: day(until),
  note: '',
  automatic: true,
  madeAt: '2023-07-01T00:00:00.000Z',
  endedAt: null,
});

describe('a rule', () => {
  it('speaks only to differences that it is the whole cause of', () => {
    const mixed = {
      ...row(0, '2'),
      causes: [{ cause: 'old-price' as const, amount: '1' }],
      unexplained: '1',
    };
    expect(onlyCause(mixed)).toBeNull();
    expect(answersOf([rule(1, '10')], [mixed, row(1, '1', 'row-rounding')], new Map())).toEqual([]);
  });

  it('ends with its day and with its money, and says which', () => {
    const rows = [row(0, '3'), row(1, '-3'), row(2, '1')];
    const stops = (one: DecisionRule) => answersOf([one], rows, new Map()).map(({ stop }) => stop);
    expect(stops(rule(1, '4'))).toEqual([null, 'cap', null]);
    expect(stops(rule(1, '100', '2023-06-02'))).toEqual([null, 'ended', 'ended']);
  });

  it('never decides more money than its cap, however many rows and rules there are', () => {
    const amounts = fc.array(fc.integer({ min: -5000, max: 5000 }), { maxLength: 40 });
    const caps = fc.array(fc.integer({ min: 1, max: 20_000 }), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(amounts, caps, fc.nat(3000), (values, limits, before) => {
        const rules = limits.map((cap, index) => rule(index + 1, String(cap)));
        const rows = values.filter((value) => value !== 0).map((value, i) => row(i, String(value)));
        const answers = answersOf(rules, rows, new Map([[1, decimal(before)]]));
        for (const { id, cap } of rules) {
          const decided = answers.filter((one) => one.rule.id === id && one.stop === null);
          const used = sum(decided.map((one) => decimal(one.row.difference).abs()));
          const total = used.plus(id === 1 ? before : 0);
          if (decided.length > 0) expect(total.lte(decimal(cap))).toBe(true);
        }
        // Every row is answered once.
        expect(new Set(answers.map((one) => one.row.id)).size).toBe(answers.length);
        expect(answers.length).toBe(rows.length);
      }),
    );
  });
});

describe('carry-over', () => {
  const decision = (key: string, from: string, verdict: Decision['verdict']): Decision => ({
    key,
    periodStart: day(from),
    sdkAppId: '1400000001',
    item: 'av.hd',
    verdict,
    note: '',
    dueOn: null,
    attachments: [],
    cause: 'old-price',
    basis: { difference: '1', periodEnd: addDays(day(from), 1) },
    decidedAt: '2023-07-01T00:00:00.000Z',
    origin: { kind: 'person' },
  });

  it('takes the newest decision of an earlier month about the same thing', () => {
    const earlier = new EarlierDecisions([
      decision('a', '2023-04-30', 'accept'),
      decision('b', '2023-05-02', 'dispute'),
      decision('c', '2023-06-01', 'ask'),
    ]);
    expect(earlier.for(row(3, '1'))?.key).toBe('b');
    expect(earlier.for(row(3, '1', 'row-rounding'))).toBeNull();
    expect(earlier.for({ ...row(3, '1'), item: 'av.sd' })).toBeNull();
  });

  it('proposes nothing for what is mostly unexplained', () => {
    const unclear = {
      ...row(3, '3'),
      unexplained: '2',
      causes: [{ cause: 'old-price' as const, amount: '1' }],
    };
    expect(leadingCause(unclear)).toBe('unexplained');
    expect(new EarlierDecisions([decision('a', '2023-04-30', 'accept')]).for(unclear)).toBeNull();
  });
});

describe('a promised credit', () => {
  const credit = (key: string, amount: string, reference = ''): PromisedCredit => ({
    key,
    amount,
    reference,
    promisedOn: day('2023-07-10'),
    expectedBy: null,
    settled: [],
  });
  const line = (lineKey: string, amount: string, text = '', on = '2023-08-01'): CreditLine => ({
    lineKey,
    amount,
    day: day(on),
    text,
  });

  it('is recognised by its reference, and by the amount alone only while saying so', () => {
    const credits = [credit('one', '12.5', 'T-77'), credit('two', '3')];
    const lines = [line('a', '-3', 'refund'), line('b', '-10', 'ticket t-77')];
    expect(suggestCredits(credits, lines)).toEqual([
      { key: 'one', lineKey: 'b', evidence: 'reference' },
      { key: 'two', lineKey: 'a', evidence: 'amount-only' },
    ]);
  });

  it('is not looked for before it was promised, in charges, or in lines that are taken', () => {
    const settled = { ...credit('one', '3'), settled: [{ lineKey: 'a', amount: '3' }] };
    expect(toText(openBalance(settled))).toBe('0');
    const lines = [line('a', '-3'), line('b', '3'), line('c', '-3', '', '2023-07-09')];
    expect(suggestCredits([settled, credit('two', '3')], lines)).toEqual([]);
  });
});

describe('a limit of the user', () => {
  it('is the tighter of the two, and hides nothing: it only says that it is kept', () => {
    const limits = { absolute: decimal('0.5'), percent: decimal('1') };
    expect(toText(limitOf(decimal('100'), limits) ?? decimal(-1))).toBe('0.5');
    expect(toText(limitOf(decimal('-20'), limits) ?? decimal(-1))).toBe('0.2');
    expect(limitOf(decimal('20'), {})).toBeNull();
    expect(isWithinLimit(decimal('-0.2'), decimal('20'), limits)).toBe(true);
    expect(isWithinLimit(decimal('0.21'), decimal('20'), limits)).toBe(false);
  });
});
