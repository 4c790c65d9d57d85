import type { MinutePackage } from '../../account/account';
import type { Issue } from '../../issue';
import { decimal, sum, type Decimal } from '../../money/decimal';
import { round } from '../../money/round';
import { addDays, isDay, type Day } from '../../period/day';

/** What is held against what: the bill against itself, or against another of the account's exports. */
export const EVIDENCE_KINDS = [
  'bill',
  'summary',
  'cash',
  'deductions',
  'stated-minutes',
  'packages',
  'restated',
] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/**
 * Something that the files say against each other or against the rules, on however many lines. It moves no bar of
 * the bridge: where both speak of the same money, that money is in the bridge already.
 */
export interface EvidenceFinding {
  readonly kind: EvidenceKind;
  /** Sentence in the locales (`issues:<code>`). */
  readonly code: string;
  /** The package it is about; null for what is about none. */
  readonly packageId: string | null;
  readonly places: number;
  /** First day that is named, and the day after the last one; null where none is. */
  readonly from: Day | null;
  readonly to: Day | null;
  /** By how much money the files disagree, added up; null where it is no question of money. */
  readonly amount: Decimal | null;
  /** The same in minutes: of a package for `deductions`, of use for `stated-minutes`. */
  readonly minutes: Decimal | null;
  /** What those package minutes cost when the package was bought; null where the account states no price. */
  readonly worth: Decimal | null;
  /** The place where most is at stake, with its line. */
  readonly example: Issue;
}

type Measure = (params: Issue['params']) => Decimal;

interface Reading {
  readonly kind: EvidenceKind;
  readonly amount?: Measure;
  readonly minutes?: Measure;
}

const of =
  (name: string): Measure =>
  (params) =>
    decimal(params[name] ?? 0);
const less =
  (name: string, other: string): Measure =>
  (params) =>
    of(name)(params).minus(of(other)(params));

const printed: Reading = { kind: 'bill', amount: less('printedAmount', 'computedAmount') };
const summary: Reading = { kind: 'summary', amount: of('differenceAmount') };
const cash: Reading = { kind: 'cash', amount: of('differenceAmount') };
const deduction: Reading = { kind: 'deductions', minutes: of('differenceMinutes') };
const pack: Reading = { kind: 'packages' };

/** The issues that are such findings, and how much each says. */
const READINGS: Readonly<Partial<Record<string, Reading>>> = {
  'bill-original-differs': printed,
  'bill-amount-differs': printed,
  'bill-payments-differ': printed,
  'bill-tax-differs': printed,
  'bill-total-differs': printed,
  'precision-differs': printed,
  'bill-unit-price-differs': { kind: 'bill' },
  'bill-usage-ends-before-start': { kind: 'bill' },
  'bill-charged-before-use': { kind: 'bill' },
  'bill-line-twice': { kind: 'bill', amount: of('amount') },
  'summary-amount-differs': summary,
  'summary-voucher-differs': summary,
  'summary-credit-differs': summary,
  'summary-cash-differs': summary,
  'summary-lacks-product': { kind: 'summary', amount: of('linesAmount') },
  'cash-settlement-differs': cash,
  'cash-other-differs': cash,
  'deduction-ratio-differs': deduction,
  'deduction-minutes-differ': deduction,
  'deduction-both-differ': deduction,
  'deduction-not-taken': deduction,
  'deduction-not-expected': deduction,
  'deduction-balance-broken': {
    kind: 'deductions',
    minutes: less('printedMinutes', 'expectedMinutes'),
  },
  'usage-deducted-differs': {
    kind: 'stated-minutes',
    minutes: less('statedMinutes', 'computedMinutes'),
  },
  'package-minutes-differ': pack,
  'package-purchase-differs': pack,
  'package-expiry-differs': pack,
  'package-not-stated': pack,
  'restated-bill': { kind: 'restated', amount: of('movedAmount') },
  'restated-usage': { kind: 'restated' },
};

/** Decimals of money, as everywhere in the computation. */
const AMOUNT_DECIMALS = 8;

/**
 * The issues of a run that are findings: those of one code, about one package or file, are one, in the order of
 * {@link EVIDENCE_KINDS}, the most at stake first.
 */
export function evidenceFindings(
  issues: readonly Issue[],
  packages: readonly MinutePackage[],
): EvidenceFinding[] {
  const groups = new Map<string, { reading: Reading; issues: Issue[] }>();
  for (const issue of issues) {
    const reading = READINGS[issue.code];
    if (!reading) continue;
    const key = [issue.code, packageOf(issue) ?? '', newerOf(issue)].join('/');
    const known = groups.get(key);
    if (known) known.issues.push(issue);
    else groups.set(key, { reading, issues: [issue] });
  }
  const prices = new Map(packages.map((one) => [one.id, one]));
  return [...groups.values()]
    .flatMap(({ reading, issues: own }) => findingOf(reading, own, prices))
    .sort(
      (a, b) =>
        EVIDENCE_KINDS.indexOf(a.kind) - EVIDENCE_KINDS.indexOf(b.kind) ||
        size(b).cmp(size(a)) ||
        (a.code < b.code ? -1 : 1),
    );
}

function findingOf(
  { kind, amount, minutes }: Reading,
  issues: readonly Issue[],
  prices: ReadonlyMap<string, MinutePackage>,
): EvidenceFinding[] {
  const measure = amount ?? minutes;
  const weight = ({ params }: Issue) => (measure ? measure(params).abs() : decimal(0));
  const [first] = issues;
  if (!first) return [];
  const example = issues.reduce((most, one) => (weight(one).gt(weight(most)) ? one : most), first);
  const days = issues.flatMap(({ params }) => dayIn(params) ?? []).sort();
  const last = days.at(-1);
  const total = (one: Measure | undefined) => (one ? sum(issues.map((i) => one(i.params))) : null);
  const packageId = packageOf(first);
  const apart = total(minutes);
  return [
    {
      kind,
      code: first.code,
      packageId,
      places: issues.length,
      from: days[0] ?? null,
      to: last === undefined ? null : addDays(last, 1),
      amount: total(amount),
      minutes: apart,
      worth: kind === 'deductions' && apart ? worthOf(apart, prices.get(packageId ?? '')) : null,
      example,
    },
  ];
}

/** Package minutes at what one of them cost. */
function worthOf(minutes: Decimal, bought: MinutePackage | undefined): Decimal | null {
  if (!bought?.price || bought.minutes === 0) return null;
  return round(minutes.times(bought.price).div(bought.minutes), AMOUNT_DECIMALS, 'half-up');
}

function size({ amount, minutes }: EvidenceFinding): Decimal {
  return (amount ?? minutes ?? decimal(0)).abs();
}

function packageOf({ params: { id } }: Issue): string | null {
  return id === undefined ? null : String(id);
}

function newerOf({ code, params: { newer } }: Issue): string {
  return code.startsWith('restated') ? String(newer) : '';
}

function dayIn({ day }: Issue['params']): Day | null {
  return typeof day === 'string' && isDay(day) ? day : null;
}
