import type { Item } from '../catalog/item';
import { decimal, ZERO, type Decimal } from '../money/decimal';
import type { Day } from '../period/day';
import type { Cause } from '../reconcile/result/discrepancy';
import type { Decidable, Decision, Verdict } from './decision';
import { onlyCause } from './leading-cause';

/**
 * A decision that repeats: every difference with this one cause, of this item and application where they
 * are named. It ends by itself: when the differences it decided would together exceed `cap`, and for
 * differences that begin on or after `until`.
 */
export interface DecisionRule {
  readonly id: number;
  readonly cause: Cause;
  /** null: any. */
  readonly item: Item | null;
  readonly sdkAppId: string | null;
  readonly verdict: Verdict;
  /** Sum of the absolute differences that it may decide. */
  readonly cap: string;
  /** First day on which it no longer holds. */
  readonly until: Day;
  readonly note: string;
  /** True: it decides after each audit. False: it proposes, and a person confirms. */
  readonly automatic: boolean;
  /** UTC, ISO 8601. */
  readonly madeAt: string;
  /** UTC, ISO 8601; null while it holds. */
  readonly endedAt: string | null;
}

/** Why a rule leaves a difference that it fits to a person. */
export type RuleStop = 'cap' | 'ended';

/** True where the rule is about this difference, money and dates aside. */
export function isAbout(rule: DecisionRule, row: Decidable): boolean {
  return (
    onlyCause(row) === rule.cause &&
    (rule.item === null || rule.item === row.item) &&
    (rule.sdkAppId === null || rule.sdkAppId === row.sdkAppId)
  );
}

/** What a rule has decided so far, in money: the absolute differences of the decisions it stands behind. */
export function usedByRule(decisions: Iterable<Decision>): Map<number, Decimal> {
  const used = new Map<number, Decimal>();
  for (const { origin, basis } of decisions) {
    if (origin.kind !== 'rule') continue;
    const before = used.get(origin.rule) ?? ZERO;
    used.set(origin.rule, before.plus(decimal(basis.difference).abs()));
  }
  return used;
}

/** One difference that a rule speaks to. `stop`: it would, but has come to its end. */
export interface RuleAnswer {
  readonly rule: DecisionRule;
  readonly row: Decidable;
  readonly stop: RuleStop | null;
}

/**
 * What the rules say about differences that nobody decided, in the order of the rows. The oldest rule that
 * can decide a row does; `used` is what they decided before and grows with each answer, so that a cap holds
 * over all rows together. Rows that no rule is about are left out.
 */
export function answersOf(
  rules: readonly DecisionRule[],
  rows: Iterable<Decidable>,
  used: ReadonlyMap<number, Decimal>,
): RuleAnswer[] {
  const spent = new Map(used);
  const inOrder = rules.filter(({ endedAt }) => endedAt === null).sort((a, b) => a.id - b.id);
  const answers: RuleAnswer[] = [];
  for (const row of rows) {
    const amount = decimal(row.difference).abs();
    let stopped: RuleAnswer | null = null;
    let answered = false;
    for (const rule of inOrder) {
      if (!isAbout(rule, row)) continue;
      const total = (spent.get(rule.id) ?? ZERO).plus(amount);
      const stop =
        row.periodStart >= rule.until ? 'ended' : total.gt(decimal(rule.cap)) ? 'cap' : null;
      if (stop !== null) {
        stopped ??= { rule, row, stop };
        continue;
      }
      spent.set(rule.id, total);
      answers.push({ rule, row, stop: null });
      answered = true;
      break;
    }
    if (!answered && stopped) answers.push(stopped);
  }
  return answers;
}
