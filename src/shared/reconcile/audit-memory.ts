import type { Account } from '../account/account';
import type { Item } from '../catalog/item';
import type { Issue } from '../issue';
import { RunningSum } from '../money/running-sum';
import type { PriceBook } from '../pricing/price-book';
import { Remembered } from '../remembered';
import { BillMemory } from '../settlement/bill-memory';
import type { Charge } from '../settlement/charge';
import type { ChangedDays } from '../settlement/charge-rules';
import type { OtherLines } from './result/audit-result';
import { ComparisonMemory } from './compare/comparison-memory';
import type { ChargedMonths } from './compare/conclude';
import type { Comparison } from './result/discrepancy';
import { GroupMemory } from './match/group-memory';
import type { SettlementLines } from './match/settlement-lines';
import { family } from './hypotheses/wrong-tier';

/**
 * What one audit leaves behind for the next one, so that after an edit only what changed is computed again: an
 * edited price makes the charges and comparisons of its item anew and nothing else. What of it is used depends on
 * the inputs being the same objects; a law holds audits with a memory equal to audits without one.
 */
export class AuditMemory {
  readonly bill = new BillMemory();
  readonly placed = new Remembered<SettlementLines>();
  readonly months = new Remembered<ChargedMonths>();
  readonly groups = new GroupMemory();
  readonly comparisons = new ComparisonMemory();
  readonly billIssues = new Remembered<readonly Issue[]>();
  readonly statedDeductions = new Remembered<readonly Issue[]>();
  readonly others = new Remembered<readonly OtherLines[]>();
  readonly expected = new RunningSum<Charge>(({ amount }) => amount);
  readonly billed = new RunningSum<Comparison>(({ billedAmount }) => billedAmount);
  readonly unexplained = new RunningSum<Comparison>(({ unexplained }) => unexplained);
  readonly #surroundings = new Remembered<object>();
  #before: object | null = null;

  /**
   * For which items the diagnoses of the last audit still stand: nothing around them is new but prices and terms of
   * other kinds of items. (A diagnosis may look at the prices of all tiers of its item's kind.)
   *
   * @param around objects and texts that say everything else a diagnosis looks at.
   */
  standing(around: readonly unknown[], changed: ChangedDays | null): (item: Item) => boolean {
    const surroundings = this.#surroundings.of(around, () => ({}));
    const isNew = surroundings !== this.#before;
    this.#before = surroundings;
    if (isNew || changed === null) return () => false;
    const families = new Set([...changed.keys()].map(family));
    return (item) => !families.has(family(item));
  }
}

/** Everything that a diagnosis reads of an account and a price book beside contract terms and prices. */
export function aroundPrices(account: Account, { ratios, absences, packages }: PriceBook): string {
  return JSON.stringify([{ ...account, contract: null }, ratios, absences, packages]);
}
