import { ZERO, type Decimal } from '../../money/decimal';
import type { AuditResult } from '../result/audit-result';
import { CAUSES, type Cause, type Comparison } from '../result/discrepancy';

/** One bar between expected and billed. */
export interface BridgeStep {
  readonly cause: Cause | 'unexplained' | 'tolerance';
  readonly amount: Decimal;
  /** How many comparisons it comes from. */
  readonly comparisons: number;
}

/** What a bridge is made of: the judged part of a comparison. */
export type Bridged = Pick<Comparison, 'id' | 'status' | 'difference' | 'causes' | 'unexplained'>;

/**
 * The way from expected to billed, cause by cause in the order of {@link CAUSES}, then what roundings move
 * (`tolerance`) and what nothing explains. Steps add up to billed - expected exactly; steps that no
 * comparison has are left out.
 */
export function bridge(comparisons: Iterable<Bridged>): BridgeStep[] {
  const steps = new Map<BridgeStep['cause'], { amount: Decimal; ids: Set<string> }>();
  const add = (cause: BridgeStep['cause'], amount: Decimal, id: string) => {
    const step = steps.get(cause) ?? { amount: ZERO, ids: new Set<string>() };
    step.amount = step.amount.plus(amount);
    step.ids.add(id);
    steps.set(cause, step);
  };
  for (const one of comparisons) {
    if (one.status === 'within-tolerance') add('tolerance', one.difference, one.id);
    else for (const share of one.causes) add(share.cause, share.amount, one.id);
    if (!one.unexplained.isZero()) add('unexplained', one.unexplained, one.id);
  }
  return [...CAUSES, 'tolerance' as const, 'unexplained' as const].flatMap((cause) => {
    const step = steps.get(cause);
    return step ? [{ cause, amount: step.amount, comparisons: step.ids.size }] : [];
  });
}

/** The bridge of a whole run. Without a bill there is one step: every charge is a line that is missing. */
export function bridgeOf(result: Pick<AuditResult, 'comparisons' | 'totals'>): BridgeStep[] {
  if (result.comparisons.length > 0 || result.totals.difference.isZero())
    return bridge(result.comparisons);
  return [withoutBill(result.totals.difference)];
}

/** What stands between charges and a bill that is not there. */
export function withoutBill(difference: Decimal): BridgeStep {
  return { cause: 'line-missing', amount: difference, comparisons: 0 };
}
