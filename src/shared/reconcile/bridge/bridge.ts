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

/** A bridge that is built one comparison after another; each is given once. */
export class BridgeTally {
  readonly #steps = new Map<
    BridgeStep['cause'],
    { amount: Decimal; comparisons: number; lastId: string | null }
  >();

  add({ id, status, difference, causes, unexplained }: Bridged): void {
    if (status === 'within-tolerance') this.#count('tolerance', difference, id);
    else for (const share of causes) this.#count(share.cause, share.amount, id);
    if (!unexplained.isZero()) this.#count('unexplained', unexplained, id);
  }

  #count(cause: BridgeStep['cause'], amount: Decimal, id: string): void {
    const step = this.#steps.get(cause) ?? { amount: ZERO, comparisons: 0, lastId: null };
    this.#steps.set(cause, step);
    step.amount = step.amount.plus(amount);
    // One comparison can hold the same cause twice: it counts once.
    if (step.lastId !== id) step.comparisons += 1;
    step.lastId = id;
  }

  /**
   * The way from expected to billed, cause by cause in the order of {@link CAUSES}, then what roundings move
   * (`tolerance`) and what nothing explains. Steps add up to billed - expected exactly; steps that no
   * comparison has are left out.
   */
  steps(): BridgeStep[] {
    return [...CAUSES, 'tolerance' as const, 'unexplained' as const].flatMap((cause) => {
      const step = this.#steps.get(cause);
      return step ? [{ cause, amount: step.amount, comparisons: step.comparisons }] : [];
    });
  }
}

/** The steps of a bridge over these comparisons. */
export function bridge(comparisons: Iterable<Bridged>): BridgeStep[] {
  const tally = new BridgeTally();
  for (const one of comparisons) tally.add(one);
  return tally.steps();
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
