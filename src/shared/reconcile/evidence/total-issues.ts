import type { BillMonthBasis } from '../../account/account';
import type { BillLine } from '../../bill/bill-line';
import type { Issue } from '../../issue';
import { decimal, sum, toText, ZERO, type Decimal } from '../../money/decimal';
import { contains, type Period } from '../../period/period';
import { billMonth } from './bill-month';
import { byKey } from './by-key';
import type { BillTotal } from './evidence';

/** What is compared, and the sentence that says it is not the same. */
const COMPARED = [
  ['amount', 'summary-amount-differs'],
  ['voucher', 'summary-voucher-differs'],
  ['freeCredit', 'summary-credit-differs'],
  ['cash', 'summary-cash-differs'],
] as const;

const plain = (name: string) => name.normalize('NFKC').trim().toLowerCase();

/** Half a unit of the last decimal that is printed: what rounding a sum for display can move. */
function halfUnit(decimals: number): Decimal {
  return decimals >= 8 ? ZERO : decimal('0.5').times(decimal(10).pow(-decimals));
}

/** Lines printed with 8 decimals add up exactly; those shown with 2 are each off by up to half a cent. */
function tolerance(total: BillTotal, lines: readonly BillLine[], printed: number): Decimal {
  return sum([
    total.rounding,
    halfUnit(printed),
    ...lines.map((line) => halfUnit(line.amountDecimals)),
  ]);
}

function linesOf(
  total: BillTotal,
  lines: readonly BillLine[],
  basis: BillMonthBasis,
): readonly BillLine[] {
  return lines.filter(
    (line) =>
      line.currency === total.currency &&
      billMonth(line, basis) === total.month &&
      (total.dimension !== 'product' || plain(line.product) === plain(total.name)),
  );
}

function differences(total: BillTotal, lines: readonly BillLine[], printed: number): Issue[] {
  const limit = tolerance(total, lines, printed);
  return COMPARED.flatMap(([field, code]): Issue[] => {
    const stated = total[field];
    if (stated === null || (field !== 'amount' && lines.every((line) => line[field] === null)))
      return [];
    const computed = sum(lines.map((line) => line[field] ?? ZERO));
    if (stated.minus(computed).abs().lte(limit)) return [];
    return [
      {
        severity: 'error',
        code,
        params: {
          month: total.month.slice(0, 7),
          ...(total.dimension === 'product'
            ? { name: total.name }
            : { context: 'whole', dimension: total.dimension }),
          summaryAmount: toText(stated),
          linesAmount: toText(computed),
          differenceAmount: toText(computed.minus(stated)),
        },
        origin: total.origin,
      },
    ];
  });
}

/** Totals by project, region and the like name parts that a line does not carry: their sum is compared. */
function wholeMonths(totals: readonly BillTotal[]): BillTotal[] {
  const groups = byKey(totals, (total) =>
    [total.dimension, total.month, total.currency, total.origin.file, total.origin.sheet].join('/'),
  );
  return [...groups.values()].flatMap((group): BillTotal[] => {
    const [first] = group;
    if (!first) return [];
    const of = (field: 'voucher' | 'freeCredit' | 'cash') =>
      group.some((total) => total[field] === null)
        ? null
        : sum(group.map((total) => total[field] ?? ZERO));
    return [
      {
        ...first,
        amount: sum(group.map((total) => total.amount)),
        voucher: of('voucher'),
        freeCredit: of('freeCredit'),
        cash: of('cash'),
        name: '',
        rounding: sum(group.map((total) => total.rounding)),
      },
    ];
  });
}

function decimalsOf(totals: readonly BillTotal[]): number {
  return Math.max(2, ...totals.map((total) => total.amount.decimalPlaces()));
}

/**
 * Whether the single lines of each month come to what its summary bill says, product by product. A summary is
 * never compared line by line and never counted: it is a check of the lines that are.
 */
export function summaryIssues(
  totals: readonly BillTotal[],
  lines: readonly BillLine[],
  basis: BillMonthBasis,
  period: Period | null,
): Issue[] {
  const asked = totals.filter((total) => !period || contains(period, total.month));
  if (asked.length === 0) return [];
  const printed = decimalsOf(asked);
  const byProduct = asked.filter(({ dimension }) => dimension === 'product');
  const others = wholeMonths(asked.filter(({ dimension }) => dimension !== 'product'));
  const months = new Set(lines.map((line) => billMonth(line, basis)));
  const checked = [...byProduct, ...others].filter(({ month }) => months.has(month));
  const without = new Set(asked.map(({ month }) => month).filter((month) => !months.has(month)));
  const issues = checked.flatMap((total) =>
    differences(total, linesOf(total, lines, basis), printed),
  );
  const agreed = checked.length - new Set(issues.map(({ origin }) => origin)).size;
  return [
    ...issues,
    ...unsummed(byProduct, lines, basis),
    ...(agreed === 0
      ? []
      : [{ severity: 'note' as const, code: 'summary-agrees', params: { count: agreed } }]),
    ...[...without].map((month): Issue => ({
      severity: 'note',
      code: 'summary-without-lines',
      params: { month: month.slice(0, 7) },
    })),
  ];
}

/** Products that have lines in a month whose summary does not know them. */
function unsummed(
  totals: readonly BillTotal[],
  lines: readonly BillLine[],
  basis: BillMonthBasis,
): Issue[] {
  const known = byKey<BillTotal>(totals, ({ month }) => month);
  const missing = new Map<string, BillLine[]>();
  for (const line of lines) {
    const month = billMonth(line, basis);
    const summary = month === null ? undefined : known.get(month);
    if (!summary || summary.some(({ name }) => plain(name) === plain(line.product))) continue;
    const key = `${month ?? ''}/${line.product}`;
    missing.set(key, [...(missing.get(key) ?? []), line]);
  }
  return [...missing].map(([key, own]): Issue => ({
    severity: 'error',
    code: 'summary-lacks-product',
    params: {
      month: key.slice(0, 7),
      name: own[0]?.product ?? '',
      linesAmount: toText(sum(own.map((line) => line.amount))),
    },
    ...(own[0] ? { origin: own[0].origin } : {}),
  }));
}
