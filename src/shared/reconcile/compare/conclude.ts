import type { BillLine } from '../../bill/bill-line';
import { isAvItem } from '../../catalog/item';
import { ZERO, type Decimal } from '../../money/decimal';
import { firstOfMonth, type Day } from '../../period/day';
import { dayOfTime } from '../../period/local-time';
import { causeShare } from '../result/cause-share';
import type { Circumstances } from '../what-if/counterfactual';
import { diagnoseQuantity, type Diagnosis } from './diagnose';
import type { CauseShare, Comparison, Status } from '../result/discrepancy';
import type { Sides } from './group-comparison';
import { expectedSide } from '../what-if/group-sides';
import type { Group } from '../match/match';
import { family } from '../hypotheses/wrong-tier';
import { quantityRemainder } from '../what-if/quantity-remainder';
import { asCharged } from '../what-if/re-rate';
import { suppose } from '../what-if/search';
import type { Transfer, Unexplained } from './transfers';

/** The months in which the bill at hand took money: what was to be charged in another is not missing. */
export type ChargedMonths = ReadonlySet<Day>;

export function chargedMonths(lines: readonly BillLine[]): ChargedMonths {
  const months = new Set<Day>();
  for (const { chargedAt } of lines) if (chargedAt) months.add(firstOfMonth(dayOfTime(chargedAt)));
  return months;
}

/** A group that differs, with what is known about it by itself. */
export interface Differing {
  readonly group: Group;
  readonly sides: Sides;
  readonly diagnosis: Diagnosis;
}

/** True while something beyond rounding is unexplained. */
export const isOpen = ({ diagnosis }: Differing) =>
  diagnosis.remainder.abs().gt(diagnosis.tolerance);

/** The group as a candidate for minutes that moved to or from another one. */
export function asUnexplained({ group, diagnosis }: Differing): Unexplained {
  const { billed, tolerance } = diagnosis;
  const rated = group.charges.map(asCharged);
  const billedMinutes = group.lines.length === 0 ? ZERO : billed.minutes;
  const expected = expectedSide(group.charges).minutes ?? ZERO;
  const minutes = billedMinutes?.minus(expected) ?? null;
  const bothSides = group.charges.length > 0 && group.lines.length > 0;
  const remainder = bothSides && billedMinutes ? quantityRemainder(rated, billedMinutes) : null;
  const counted = remainder
    ? suppose({ rated, amount: expectedSide(group.charges).amount }, remainder)
    : null;
  const priceAgrees = counted === null || counted.amount.minus(billed.amount).abs().lte(tolerance);
  return { group, minutes, priceAgrees };
}

function isUnsettled(group: Group, months: ChargedMonths, around: Circumstances): boolean {
  return (
    around.facts.billMonthBasis === 'deduction' &&
    group.lines.length === 0 &&
    months.size > 0 &&
    group.charges.every((charge) => !months.has(firstOfMonth(charge.chargedOn)))
  );
}

function statusOf(group: Group, sides: Sides, causes: readonly CauseShare[]): Status {
  if (group.lines.length === 0) return 'not-billed';
  if (group.charges.length === 0) return 'not-expected';
  if (causes.length > 0 && causes.every((one) => one.cause === 'duplicate-line'))
    return 'duplicate';
  return sides.difference.gt(ZERO) ? 'over-billed' : 'under-billed';
}

/** One cause for all that is left. */
function closedBy(
  { sides, diagnosis }: Differing,
  part: Pick<CauseShare, 'cause' | 'evidence'>,
): CauseShare[] {
  return [...diagnosis.shares, causeShare(part, diagnosis.remainder, sides.difference)];
}

/**
 * A value-added service on days for which usage of the application was imported, and none of this service:
 * not a gap in what was imported, as far as the files can tell.
 */
function isUnexpectedService({ item, sdkAppId, period }: Group, around: Circumstances): boolean {
  if (isAvItem(item) || sdkAppId === null) return false;
  const used = around.familiesUsed(period, sdkAppId);
  return used.size > 0 && !used.has(family(item));
}

function missingSide(
  group: Group,
  around: Circumstances,
): Pick<CauseShare, 'cause' | 'evidence'> | null {
  const params = { fromDay: group.period.from };
  if (group.lines.length === 0)
    return { cause: 'line-missing', evidence: { code: 'line-missing', params } };
  if (group.charges.length === 0 && isUnexpectedService(group, around)) {
    const evidence = { code: 'value-added-unexpected', params: { ...params, item: group.item } };
    return { cause: 'value-added-unexpected', evidence };
  }
  if (group.charges.length === 0)
    return { cause: 'usage-missing', evidence: { code: 'usage-missing', params } };
  return null;
}

function causesOf(
  differing: Differing,
  transfer: Transfer | undefined,
  around: Circumstances,
): readonly CauseShare[] {
  const { group, sides, diagnosis } = differing;
  if (!isOpen(differing)) return diagnosis.shares;
  const missing = missingSide(group, around);
  if (transfer) {
    const cause = transfer.cause ?? missing?.cause ?? 'usage-differs';
    return closedBy(differing, { cause, evidence: transfer.evidence });
  }
  if (missing) return closedBy(differing, missing);
  return diagnoseQuantity(group, diagnosis, sides.difference, around).shares;
}

/** Status, causes and shares of a group that differs; shares and `unexplained` add up to the difference. */
export function concluded(
  differing: Differing,
  transfer: Transfer | undefined,
  months: ChargedMonths,
  around: Circumstances,
): Comparison {
  const { group, sides, diagnosis } = differing;
  if (!transfer && isUnsettled(group, months, around)) {
    const chargedOn = group.charges[0]?.chargedOn ?? group.period.to;
    const evidence = { code: 'charged-in-other-month', params: { chargedOn } };
    const causes = closedBy(differing, { cause: 'late-charge', evidence });
    return { ...sides, status: 'unsettled', causes, unexplained: ZERO };
  }
  const causes = causesOf(differing, transfer, around);
  const explained = causes.reduce((total, one) => total.plus(one.amount), ZERO);
  const rest: Decimal = sides.difference.minus(explained);
  const status = statusOf(group, sides, causes);
  if (rest.isZero() || rest.abs().gt(diagnosis.tolerance))
    return { ...sides, status, causes, unexplained: rest };
  const rounding = { code: 'within-rounding', params: {} };
  return {
    ...sides,
    status,
    causes: [
      ...causes,
      causeShare({ cause: 'precision', evidence: rounding }, rest, sides.difference),
    ],
    unexplained: ZERO,
  };
}
