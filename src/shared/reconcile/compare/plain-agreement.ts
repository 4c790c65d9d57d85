import type { BillLine } from '../../bill/bill-line';
import { billedMinutes } from '../../bill/billed-quantity';
import { decimal, isSame, ZERO, type Decimal } from '../../money/decimal';
import type { Charge } from '../../settlement/charge';
import type { CauseShare, Comparison } from '../result/discrepancy';
import { linePrice } from '../what-if/group-sides';
import type { Group } from '../match/match';
import { roundingTolerance } from '../result/tolerance';

const NO_CAUSES: readonly CauseShare[] = [];
const NO_LINE_IDS: readonly number[] = [];

/** Minutes on the line; the charge's own number where they are the same, so that both are kept once. */
function minutesOf(line: BillLine, expected: Decimal): Decimal | null {
  const minutes = billedMinutes(line);
  return minutes && isSame(minutes, expected) ? expected : minutes;
}

function agreed(group: Group, charge: Charge, line: BillLine | undefined): Comparison {
  const { period, sdkAppId, item } = group;
  const minutes = charge.billableMinutes === 0 ? ZERO : decimal(charge.billableMinutes);
  const isOfCharge = sdkAppId === charge.sdkAppId && period.from === charge.periodStart;
  return {
    id: isOfCharge ? charge.id : `${period.from}/${sdkAppId ?? '-'}/${item}`,
    status: 'matched',
    periodStart: period.from,
    periodEnd: period.to,
    sdkAppId,
    item,
    expectedQuantity: minutes,
    billedQuantity: line ? minutesOf(line, minutes) : null,
    expectedPrice: charge.unitPrice,
    billedPrice: line ? linePrice(line) : null,
    expectedAmount: charge.amount,
    billedAmount: line ? line.amount : ZERO,
    difference: ZERO,
    tolerance: roundingTolerance(group.charges, group.lines),
    causes: NO_CAUSES,
    unexplained: ZERO,
    chargeIds: [charge.id],
    billLineIds: line ? [line.id] : NO_LINE_IDS,
  };
}

/**
 * The comparison of one charge with at most one line where they are the same to the last digit, without
 * anything built in between: on a bill of hundreds of thousands of lines nearly all groups are of this kind.
 * Null for every other group; what it says is what `sidesOf` and `agreement` would say.
 */
export function plainAgreement(group: Group): Comparison | null {
  const [charge] = group.charges;
  const [line] = group.lines;
  if (!charge || group.charges.length > 1 || group.lines.length > 1) return null;
  const agrees = line ? isSame(line.amount, charge.amount) : charge.amount.isZero();
  return agrees ? agreed(group, charge, line) : null;
}
