import { ZERO } from '../../money/decimal';
import { causeShare } from '../result/cause-share';
import type { Comparison } from '../result/discrepancy';
import { billedSide, expectedSide } from '../what-if/group-sides';
import type { Group } from '../match/match';
import { overstatement, roundingTolerance } from '../result/tolerance';

/** The numbers of a comparison, before it is judged. */
export type Sides = Pick<
  Comparison,
  | 'id'
  | 'periodStart'
  | 'periodEnd'
  | 'sdkAppId'
  | 'item'
  | 'expectedQuantity'
  | 'billedQuantity'
  | 'expectedPrice'
  | 'billedPrice'
  | 'expectedAmount'
  | 'billedAmount'
  | 'difference'
  | 'tolerance'
  | 'chargeIds'
  | 'billLineIds'
>;

export function sidesOf(group: Group): Sides {
  const expected = expectedSide(group.charges);
  const billed = billedSide(group.lines);
  return {
    id: `${group.period.from}/${group.sdkAppId ?? '-'}/${group.item}${group.apart === undefined ? '' : `~${group.apart}`}`,
    periodStart: group.period.from,
    periodEnd: group.period.to,
    sdkAppId: group.sdkAppId,
    item: group.item,
    expectedQuantity: expected.minutes,
    billedQuantity: billed.minutes,
    expectedPrice: expected.unitPrice,
    billedPrice: billed.unitPrice,
    expectedAmount: expected.amount,
    billedAmount: billed.amount,
    difference: billed.amount.minus(expected.amount),
    tolerance: roundingTolerance(group.charges, group.lines),
    chargeIds: group.charges.map((charge) => charge.id),
    billLineIds: group.lines.map((line) => line.id),
  };
}

/** Agreement, with or without the roundings between the two sides; null where they differ. */
export function agreement(group: Group, sides: Sides): Comparison | null {
  const { difference } = sides;
  if (difference.isZero()) return { ...sides, status: 'matched', causes: [], unexplained: ZERO };
  const gap = difference.lt(ZERO) && group.lines.length > 0 ? overstatement(group.charges) : ZERO;
  const tolerance = sides.tolerance.plus(gap);
  if (difference.abs().gt(tolerance)) return null;
  const byRows = difference.abs().gt(sides.tolerance);
  const cause = byRows ? ('row-rounding' as const) : ('precision' as const);
  const evidence = { code: byRows ? 'rows-within-bounds' : 'within-rounding', params: {} };
  return {
    ...sides,
    tolerance,
    status: 'within-tolerance',
    causes: [causeShare({ cause, evidence }, difference, difference)],
    unexplained: ZERO,
  };
}
