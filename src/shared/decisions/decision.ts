import type { Item } from '../catalog/item';
import type { Day } from '../period/day';
import type { BridgeStep } from '../reconcile/bridge/bridge';

/** accept: it is paid as billed. dispute: the money is asked back. ask: the provider is asked to explain. */
export const VERDICTS = ['accept', 'dispute', 'ask'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Who decided: a person, a rule of theirs, or the decision of an earlier month that they took over. */
export type DecisionOrigin =
  | { readonly kind: 'person' }
  | { readonly kind: 'rule'; readonly rule: number }
  | { readonly kind: 'carried'; readonly from: string };

/** A file kept in the workspace beside a decision, named by its content. */
export interface Attachment {
  readonly name: string;
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
}

/** The cause that moves the most money of a difference, as far as one is named. */
export type LeadingCause = Exclude<BridgeStep['cause'], 'tolerance'>;

/**
 * What was decided about one comparison. Its key is the comparison's id (first day, application, item), so
 * it belongs to the next run of the same facts as well; `basis` says on what it was decided. Money is
 * decimal text in the account's currency, as it is stored.
 */
export interface Decision {
  readonly key: string;
  readonly periodStart: Day;
  readonly sdkAppId: string | null;
  readonly item: Item | null;
  readonly verdict: Verdict;
  readonly note: string;
  readonly dueOn: Day | null;
  readonly attachments: readonly Attachment[];
  /** Null where nothing of the difference had a cause. */
  readonly cause: LeadingCause | null;
  readonly basis: { readonly difference: string; readonly periodEnd: Day };
  /** UTC, ISO 8601. */
  readonly decidedAt: string;
  readonly origin: DecisionOrigin;
}

/** The part of a comparison that a decision stands on. */
export interface Decidable {
  readonly id: string;
  readonly periodStart: Day;
  readonly periodEnd: Day;
  readonly sdkAppId: string | null;
  readonly item: Item | null;
  readonly difference: string;
  readonly unexplained: string;
  readonly causes: readonly { readonly cause: LeadingCause; readonly amount: string }[];
}

/** False when the difference, or the days it stands for, are no longer those that were decided on. */
export function stillStands(
  decision: Decision,
  row: Pick<Decidable, 'difference' | 'periodEnd'>,
): boolean {
  return decision.basis.difference === row.difference && decision.basis.periodEnd === row.periodEnd;
}
