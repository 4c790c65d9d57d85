import { decimal, sum, type Decimal } from '../money/decimal';
import type { Day } from '../period/day';

/** Money the provider promised back for a disputed difference, until lines of a later bill return it. */
export interface PromisedCredit {
  /** Key of the decision. */
  readonly key: string;
  /** More than zero. */
  readonly amount: string;
  /** Of the ticket or letter; may be empty. */
  readonly reference: string;
  readonly promisedOn: Day;
  readonly expectedBy: Day | null;
  readonly settled: readonly { readonly lineKey: string; readonly amount: string }[];
}

/** An adjustment or refund line of a bill. `amount` is below zero where money comes back. */
export interface CreditLine {
  readonly lineKey: string;
  readonly amount: string;
  /** When the money was returned; null where the line does not say. */
  readonly day: Day | null;
  /** All the ids and names that it prints, to look for a reference in. */
  readonly text: string;
}

/** By what a line was recognised. Never by the amount without saying so. */
export type CreditEvidence = 'reference-and-amount' | 'reference' | 'amount-only';

export interface CreditSuggestion {
  readonly key: string;
  readonly lineKey: string;
  readonly evidence: CreditEvidence;
}

/** What has not come back yet; below zero where more came back than was promised. */
export function openBalance(credit: PromisedCredit): Decimal {
  return decimal(credit.amount).minus(sum(credit.settled.map(({ amount }) => decimal(amount))));
}

const ORDER: readonly CreditEvidence[] = ['reference-and-amount', 'reference', 'amount-only'];

function evidenceOf(credit: PromisedCredit, line: CreditLine): CreditEvidence | null {
  const returned = decimal(line.amount).negated();
  const sameAmount = returned.eq(openBalance(credit));
  const reference = credit.reference.trim().toLowerCase();
  const named = reference !== '' && line.text.toLowerCase().includes(reference);
  if (named) return sameAmount ? 'reference-and-amount' : 'reference';
  return sameAmount ? 'amount-only' : null;
}

/**
 * Which lines may be the promised money: returned on or after the day of the promise, not taken for another
 * credit, and naming its reference or returning exactly what is open. The best evidence stands first; each
 * credit is offered one line, and a line is offered to one credit. Suggestions are for a person to confirm.
 */
export function suggestCredits(
  credits: readonly PromisedCredit[],
  lines: readonly CreditLine[],
): CreditSuggestion[] {
  const taken = new Set(credits.flatMap(({ settled }) => settled.map(({ lineKey }) => lineKey)));
  const served = new Set<string>();
  const open = credits.filter((credit) => openBalance(credit).gt(0));
  const possible = open.flatMap((credit) =>
    lines.flatMap((line) => {
      const late = line.day === null || line.day >= credit.promisedOn;
      const evidence =
        late && decimal(line.amount).isNegative() && !taken.has(line.lineKey)
          ? evidenceOf(credit, line)
          : null;
      return evidence ? [{ key: credit.key, lineKey: line.lineKey, evidence }] : [];
    }),
  );
  return ORDER.flatMap((evidence) =>
    possible.filter((one) => {
      if (one.evidence !== evidence || taken.has(one.lineKey) || served.has(one.key)) return false;
      taken.add(one.lineKey);
      served.add(one.key);
      return true;
    }),
  );
}
