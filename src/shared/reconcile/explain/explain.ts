import type { AccountFacts } from '../../account/facts';
import type { BillLine } from '../../bill/bill-line';
import type { Citation } from '../../citation';
import type { Drawdown } from '../../drawdown/drawdown';
import { toText, type Decimal } from '../../money/decimal';
import type { PriceBook } from '../../pricing/price-book';
import type { Charge } from '../../settlement/charge';
import type { TraceStep } from '../../trace';
import type { Comparison } from '../result/discrepancy';
import { billedSteps } from './explain-billed';
import { citationOf, expectedSteps } from './explain-expected';

export interface ExplainInput {
  readonly comparison: Comparison;
  /** At least those of the comparison; others are left aside. */
  readonly charges: readonly Charge[];
  readonly drawdowns: readonly Drawdown[];
  readonly billLines: readonly BillLine[];
  readonly facts: AccountFacts;
  readonly priceBook: PriceBook;
}

/** How both sides of a comparison come to their number. */
export interface Trace {
  readonly expected: readonly TraceStep[];
  readonly billed: readonly TraceStep[];
  /** Rules of either side whose values contradict the other side's. */
  readonly differingRules: readonly string[];
  /** Where the list price was published; null without a charge. */
  readonly citation: Citation | null;
}

/** Rules that answer the same question on the two sides. */
const COUNTERPARTS: readonly (readonly [readonly string[], readonly string[]])[] = [
  [['expected.minutes'], ['billed.minutes']],
  [['expected.list-price', 'expected.list-price-of-tier'], ['billed.list-price']],
  [['expected.discount'], ['billed.discount']],
  [
    [
      'expected.unit-price',
      'expected.discounted-price',
      'expected.discounted-price-rounded',
      'expected.contract-price',
    ],
    ['billed.unit-price'],
  ],
];

function valuesOf(steps: readonly TraceStep[], rules: readonly string[]): ReadonlySet<string> {
  return new Set(steps.filter((step) => rules.includes(step.rule)).map((step) => step.value));
}

/** The discount of a charge without one is no step; beside a line it is 1. */
const UNSTATED: Readonly<Record<string, string>> = { 'expected.discount': '1' };

function contradict(
  expected: readonly TraceStep[],
  billed: readonly TraceStep[],
  [ours, theirs]: (typeof COUNTERPARTS)[number],
): boolean {
  const left = valuesOf(expected, ours);
  const right = valuesOf(billed, theirs);
  const unstated = UNSTATED[ours[0] ?? ''];
  const values = left.size === 0 && unstated !== undefined ? new Set([unstated]) : left;
  if (values.size === 0 || right.size === 0) return false;
  return values.size !== right.size || [...values].some((value) => !right.has(value));
}

function total(rule: string, amount: Decimal, parts: number): TraceStep[] {
  if (parts === 1) return [];
  return [{ rule, inputs: { parts }, value: toText(amount), unit: 'amount' }];
}

function differingRules(
  comparison: Comparison,
  expected: readonly TraceStep[],
  billed: readonly TraceStep[],
): string[] {
  if (expected.length === 0 || billed.length === 0) return [];
  const marked = COUNTERPARTS.filter((pair) => contradict(expected, billed, pair)).flat(2);
  const amounts = comparison.difference.isZero()
    ? []
    : [
        'expected.amount',
        'expected.amount-rounded',
        'expected.total',
        'billed.amount',
        'billed.total',
      ];
  const contradicts = billed.some((step) => step.rule === 'billed.own-amount');
  const present = new Set([...expected, ...billed].map((step) => step.rule));
  return [...marked, ...amounts, ...(contradicts ? ['billed.own-amount'] : [])].filter((rule) =>
    present.has(rule),
  );
}

/**
 * Both sides of one comparison, step by step: seconds, minutes, trial, packages, paid minutes, list price,
 * discount, amount; and what each line of the bill prints. Sentences are in locales `rules.<rule>`.
 */
export function explain(input: ExplainInput): Trace {
  const { comparison, drawdowns, facts, priceBook } = input;
  const ids = new Set(comparison.chargeIds);
  const lineIds = new Set(comparison.billLineIds);
  const charges = input.charges.filter((charge) => ids.has(charge.id));
  const lines = input.billLines.filter((line) => lineIds.has(line.id));
  const expected =
    charges.length === 0
      ? []
      : [
          ...charges.flatMap((charge) => expectedSteps(charge, drawdowns, facts, priceBook)),
          ...total('expected.total', comparison.expectedAmount, charges.length),
        ];
  const billed =
    lines.length === 0
      ? []
      : [
          ...lines.flatMap(billedSteps),
          ...total('billed.total', comparison.billedAmount, lines.length),
        ];
  const [first] = charges;
  return {
    expected,
    billed,
    differingRules: differingRules(comparison, expected, billed),
    citation: first ? citationOf(first, priceBook) : null,
  };
}
