import { BUCKETS, type BillLine } from '../../bill/bill-line';
import type { Currency } from '../../catalog/site';
import { sum } from '../../money/decimal';
import { contains, type Period } from '../../period/period';
import type { OtherLines } from '../result/audit-result';
import { linePeriod } from '../match/line-period';

/** Packages, refunds, adjustments, precision and other products: listed and summed by bucket, not compared. */
export function otherLines(
  lines: readonly BillLine[],
  currency: Currency,
  audited: Period | null,
): OtherLines[] {
  const inPeriod = (line: BillLine) => {
    const period = audited && linePeriod(line);
    return !audited || !period || contains(audited, period.from);
  };
  return BUCKETS.flatMap((bucket): OtherLines[] => {
    if (bucket === 'settlement') return [];
    const own = lines.filter(
      (line) => line.bucket === bucket && line.currency === currency && inPeriod(line),
    );
    if (own.length === 0) return [];
    return [
      { bucket, amount: sum(own.map((line) => line.amount)), lineIds: own.map((line) => line.id) },
    ];
  });
}
