import type { BillLine } from '../../bill/bill-line';
import { isTrtc } from '../../bill/recognise';
import type { Issue } from '../../issue';
import { decimal, sum, toText, ZERO, type Decimal } from '../../money/decimal';
import { firstOfMonth, type Day } from '../../period/day';
import { dayOfTime } from '../../period/local-time';
import { contains, type Period } from '../../period/period';
import type { CashEntry } from './evidence';

/**
 * Money leaves the account in whole cents; the provider does not say whether the lines' 8 decimals are
 * rounded or cut to them, so each movement may be off by a cent.
 */
const CENT = decimal('0.01');
const SETTLEMENT = /日结|月结|小时结|结算|settle/i;

type Kind = 'settlement' | 'other';

interface CashOfDay {
  readonly day: Day;
  readonly kind: Kind;
  readonly entries: CashEntry[];
  readonly lines: BillLine[];
}

/** What a line took from the account: cash and free credit, not vouchers. */
function paid(line: BillLine): Decimal {
  return sum([line.cash ?? ZERO, line.freeCredit ?? ZERO, line.sharedIncome ?? ZERO]);
}

function kindOfLine({ bucket }: BillLine): Kind | null {
  if (bucket === 'settlement') return 'settlement';
  if (bucket === 'other-product' || bucket === 'precision' || bucket === 'tax') return null;
  return 'other';
}

/**
 * Compares what the TRTC lines of a bill took with the account's money movements, by the day of the charge;
 * settlements apart from purchases, refunds and adjustments. Money movements are a check of the bill and are
 * never part of what was billed.
 */
export function cashIssues(
  cash: readonly CashEntry[],
  lines: readonly BillLine[],
  period: Period | null,
): Issue[] {
  const entries = cash.filter(
    (entry) => isTrtc(entry.description, '') && (!period || contains(period, entry.day)),
  );
  const charged = lines.filter((line) => line.chargedAt !== null && kindOfLine(line) !== null);
  const first = entries.map(({ day }) => day).reduce(earlier, null);
  const last = entries.map(({ day }) => day).reduce(later, null);
  if (first === null || last === null || charged.length === 0) return [];
  const days = new Map<string, CashOfDay>();
  const of = (day: Day, kind: Kind): CashOfDay => {
    const key = `${day}/${kind}`;
    const known = days.get(key) ?? { day, kind, entries: [], lines: [] };
    days.set(key, known);
    return known;
  };
  const billed = new Set(charged.map((line) => monthOf(line)));
  for (const entry of entries)
    if (billed.has(firstOfMonth(entry.day)))
      of(entry.day, SETTLEMENT.test(entry.description) ? 'settlement' : 'other').entries.push(
        entry,
      );
  for (const line of charged) {
    const kind = kindOfLine(line);
    const day = line.chargedAt && dayOfTime(line.chargedAt);
    // Outside the days of the export nothing is known of movements.
    if (kind && day && day >= first && day <= last) of(day, kind).lines.push(line);
  }
  const compared = [...days.values()].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  const wrong = compared.flatMap((one) => differenceOf(one));
  if (wrong.length > 0 || compared.length === 0) return wrong;
  return [
    { severity: 'note', code: 'cash-agrees', params: { count: entries.length, first, last } },
  ];
}

function monthOf({ chargedAt }: BillLine): Day | null {
  return chargedAt && firstOfMonth(dayOfTime(chargedAt));
}

const earlier = (a: Day | null, b: Day): Day => (a === null || b < a ? b : a);
const later = (a: Day | null, b: Day): Day => (a === null || b > a ? b : a);

function differenceOf({ day, kind, entries, lines }: CashOfDay): Issue[] {
  const moved = sum(entries.map(({ income, expense }) => expense.minus(income)));
  const billed = sum(lines.map(paid));
  const limit = CENT.times(Math.max(1, entries.length));
  if (moved.minus(billed).abs().lt(limit)) return [];
  const origin = entries[0]?.origin ?? lines[0]?.origin;
  return [
    {
      severity: 'error',
      code: kind === 'settlement' ? 'cash-settlement-differs' : 'cash-other-differs',
      params: {
        day,
        movedAmount: toText(moved),
        linesAmount: toText(billed),
        differenceAmount: toText(moved.minus(billed)),
      },
      ...(origin ? { origin } : {}),
    },
  ];
}
