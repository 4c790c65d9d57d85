import { describe, expect, it } from 'vitest';
import type { MinutePackage } from '../../../../src/shared/account/account';
import type { Issue } from '../../../../src/shared/issue';
import { decimal, toText } from '../../../../src/shared/money/decimal';
import { localTime } from '../../../../src/shared/period/local-time';
import { evidenceFindings } from '../../../../src/shared/reconcile/evidence/evidence-findings';

const ratio = (day: string, minutes: number, id = 'p'): Issue => ({
  severity: 'warning',
  code: 'deduction-ratio-differs',
  params: { id, day, sdkAppId: '1400000001', item: 'av.hd', differenceMinutes: String(minutes) },
  origin: { file: 'taken.csv', line: minutes },
});
const restated = (newer: string, amount: string): Issue => ({
  severity: 'warning',
  code: 'restated-bill',
  params: { newer, older: 'a.csv', changed: 1, added: 0, gone: 0, movedAmount: amount },
});
const bought: MinutePackage = {
  id: 'p',
  minutes: 30_000,
  purchasedAt: localTime('2023-06-01T08:12:33'),
  price: decimal('200'),
  apps: [],
};
const texts = (issues: readonly Issue[], packages: readonly MinutePackage[] = [bought]) =>
  evidenceFindings(issues, packages).map(({ amount, minutes, worth, example, ...finding }) => ({
    ...finding,
    amount: amount && toText(amount),
    minutes: minutes && toText(minutes),
    worth: worth && toText(worth),
    line: example.origin?.line ?? null,
  }));

describe('what the files say against each other', () => {
  it('is one finding for each package, with its minutes, their price and the line with most of them', () => {
    const issues = [ratio('2023-06-05', 7), ratio('2023-06-03', 31), ratio('2023-06-04', 2, 'q')];
    expect(texts(issues)).toMatchObject([
      {
        kind: 'deductions',
        packageId: 'p',
        places: 2,
        from: '2023-06-03',
        to: '2023-06-06',
        minutes: '38',
        // 38 x 200 / 30,000 = 0.253333…, half-up.
        worth: '0.25333333',
        line: 31,
      },
      // The account states no such package, so what its minutes cost is not known.
      { packageId: 'q', places: 1, minutes: '2', worth: null },
    ]);
    const unpriced = { ...bought, price: undefined };
    expect(texts(issues, [unpriced])[0]).toMatchObject({ minutes: '38', worth: null });
  });

  it('adds up what goes in both directions, and shows the largest of them', () => {
    const [finding] = texts([ratio('2023-06-03', 10), ratio('2023-06-04', -12)]);
    expect(finding).toMatchObject({ minutes: '-2', worth: '-0.01333333', line: -12 });
  });

  it('keeps restatements of two files apart, and puts the bill before what others say of it', () => {
    const arithmetic: Issue = {
      severity: 'error',
      code: 'bill-amount-differs',
      params: { printedAmount: '3', computedAmount: '2.5' },
    };
    const issues = [restated('b.csv', '-1'), restated('c.csv', '4'), arithmetic];
    expect(texts(issues).map(({ kind, amount }) => [kind, amount])).toEqual([
      ['bill', '0.5'],
      ['restated', '4'],
      ['restated', '-1'],
    ]);
  });

  it('is nothing where the files agree, or only say what is to be known', () => {
    const note: Issue = { severity: 'note', code: 'deductions-agree', params: { count: 3 } };
    expect(texts([note])).toEqual([]);
  });
});
