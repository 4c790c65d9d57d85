import { compareItems, type Item } from '../catalog/item';
import { ZERO, type Decimal } from '../money/decimal';
import type { Day } from '../period/day';
import { CAUSES, type CauseShare, type Comparison } from './result/discrepancy';
import type { BridgeStep } from './bridge/bridge';

/** What findings are made of: the judged part of a comparison. */
export type Judged = Pick<
  Comparison,
  | 'id'
  | 'status'
  | 'periodStart'
  | 'periodEnd'
  | 'sdkAppId'
  | 'item'
  | 'difference'
  | 'causes'
  | 'unexplained'
>;

/** One thing that is wrong with a bill, however many lines it is wrong on. */
export interface Finding {
  readonly cause: BridgeStep['cause'];
  /** Kind of evidence (`evidence:<code>`); null for what is unexplained or within tolerance. */
  readonly evidence: string | null;
  /** Sum of the shares: billed - expected, as far as it comes from this. */
  readonly amount: Decimal;
  readonly comparisons: number;
  /** First day of the first comparison, and the day after the last one. */
  readonly from: Day;
  readonly to: Day;
  /** In ascending order; lines that name no application stand in `withoutApplication`. */
  readonly sdkAppIds: readonly string[];
  readonly withoutApplication: number;
  readonly items: readonly Item[];
  /** The comparison with the largest share, and its evidence: the finding by its best example. */
  readonly example: { readonly comparisonId: string; readonly evidence: Evidence | null };
}

type Evidence = CauseShare['evidence'];

interface Draft {
  readonly cause: Finding['cause'];
  readonly evidence: string | null;
  amount: Decimal;
  comparisons: number;
  from: Day;
  to: Day;
  readonly sdkAppIds: Set<string>;
  withoutApplication: number;
  readonly items: Set<Item>;
  example: Finding['example'];
  largest: Decimal;
  lastId: string;
}

interface Part {
  readonly cause: Finding['cause'];
  readonly evidence: Evidence | null;
  readonly amount: Decimal;
}

/** The parts of a difference as the bridge counts them. */
function partsOf({ status, difference, causes, unexplained }: Judged): Part[] {
  const named: Part[] =
    status === 'within-tolerance'
      ? [{ cause: 'tolerance', evidence: null, amount: difference }]
      : [...causes];
  if (unexplained.isZero()) return named;
  return [...named, { cause: 'unexplained', evidence: null, amount: unexplained }];
}

function begun({ cause, evidence }: Part, one: Judged): Draft {
  return {
    cause,
    evidence: evidence?.code ?? null,
    amount: ZERO,
    comparisons: 0,
    from: one.periodStart,
    to: one.periodEnd,
    sdkAppIds: new Set(),
    withoutApplication: 0,
    items: new Set(),
    example: { comparisonId: one.id, evidence },
    largest: ZERO,
    lastId: '',
  };
}

function add(draft: Draft, part: Part, one: Judged): void {
  draft.amount = draft.amount.plus(part.amount);
  if (part.amount.abs().gt(draft.largest)) {
    draft.largest = part.amount.abs();
    draft.example = { comparisonId: one.id, evidence: part.evidence };
  }
  // One comparison can hold the same cause twice (two packages at their edges): it counts once.
  if (draft.lastId === one.id) return;
  draft.lastId = one.id;
  draft.comparisons += 1;
  if (one.periodStart < draft.from) draft.from = one.periodStart;
  if (one.periodEnd > draft.to) draft.to = one.periodEnd;
  if (one.sdkAppId === null) draft.withoutApplication += 1;
  else draft.sdkAppIds.add(one.sdkAppId);
  if (one.item !== null) draft.items.add(one.item);
}

function finished(draft: Draft): Finding {
  const { cause, evidence, amount, comparisons, from, to, withoutApplication, example } = draft;
  return {
    cause,
    evidence,
    amount,
    comparisons,
    from,
    to,
    sdkAppIds: [...draft.sdkAppIds].sort(),
    withoutApplication,
    items: [...draft.items].sort(compareItems),
    example,
  };
}

const ORDER: readonly Finding['cause'][] = [...CAUSES, 'unexplained', 'tolerance'];

function compareFindings(a: Finding, b: Finding): number {
  return (
    b.amount.abs().cmp(a.amount.abs()) ||
    b.comparisons - a.comparisons ||
    ORDER.indexOf(a.cause) - ORDER.indexOf(b.cause) ||
    ((a.evidence ?? '') < (b.evidence ?? '') ? -1 : 1)
  );
}

/** Findings that are gathered one comparison after another; each is given once. */
export class FindingTally {
  readonly #drafts = new Map<string, Draft>();

  add(one: Judged): void {
    for (const part of partsOf(one)) {
      const key = `${part.cause}/${part.evidence?.code ?? ''}`;
      const draft = this.#drafts.get(key) ?? begun(part, one);
      this.#drafts.set(key, draft);
      add(draft, part, one);
    }
  }

  /**
   * What is wrong with the bill as a whole: shares of the same cause with the same kind of evidence are one
   * finding, on however many lines. The largest amount of money comes first. The amounts add up to the
   * difference of all comparisons given, cause by cause as the bridge does.
   */
  findings(): Finding[] {
    return [...this.#drafts.values()].map(finished).sort(compareFindings);
  }
}

/** The findings of comparisons that are there at once. */
export function findingsOf(comparisons: Iterable<Judged>): Finding[] {
  const tally = new FindingTally();
  for (const one of comparisons) tally.add(one);
  return tally.findings();
}
