import { describe, expect, it } from 'vitest';
import { toText } from '../../../src/shared/money/decimal';
import { compareCosts } from '../../../src/shared/settlement/compare-costs';
import { billOf } from '../../support/bill-of';
import type { UsageRow } from '../../support/usage-ledger';

const rows: UsageRow[] = [
  { day: '2023-07-01', item: 'av.audio', minutes: 1000 },
  { day: '2023-06-01', item: 'av.hd', minutes: 1000 },
  { day: '2023-06-30', item: 'av.hd', minutes: 500 },
  { day: '2023-06-30', item: 'av.hd', minutes: 500, app: '1400000002' },
  { day: '2023-06-02', item: 'av.audio', minutes: 2000 },
];
const listed = billOf({ settlement: 'daily' }, rows).charges;
const contract = [{ item: 'av.hd', discount: '0.9', from: '2023-01-01', reference: 'p. 1' }];
const agreed = billOf({ settlement: 'daily', contract }, rows).charges;
const textsOf = (...versions: Parameters<typeof compareCosts>) =>
  compareCosts(...versions).map(
    ({ month, item, minutesA, minutesB, amountA, amountB }) =>
      `${month} ${item}: ${minutesA} ${toText(amountA)} | ${minutesB} ${toText(amountB)}`,
  );

describe('compareCosts', () => {
  it('adds up each item of each month on both sides, by month and then in the order of the items', () => {
    expect(textsOf(listed, agreed)).toEqual([
      '2023-06-01 av.audio: 2000 14 | 2000 14',
      '2023-06-01 av.hd: 2000 56 | 2000 50.4',
      '2023-07-01 av.audio: 1000 7 | 1000 7',
    ]);
  });

  it('names what only one version charges, with nothing on the other side', () => {
    const july = listed.filter(({ periodStart }) => periodStart === '2023-07-01');
    expect(textsOf(july, [])).toEqual(['2023-07-01 av.audio: 1000 7 | 0 0']);
    expect(textsOf([], july)).toEqual(['2023-07-01 av.audio: 0 0 | 1000 7']);
    expect(textsOf([], [])).toEqual([]);
  });
});
