import type { Currency } from '../catalog/site';
import type { Issue, Severity } from '../issue';
import { sum, toText, ZERO, type Decimal } from '../money/decimal';
import { round } from '../money/round';
import type { BillLine } from './bill-line';
import { quantityBasis } from './billed-quantity';
import { agrees, contradictedAmount, originalByFormula } from './line-formula';
import { repeatedLines } from './repeated-lines';

/** What the bill says against itself, before it is compared with anything. */
export interface BillCheck {
  readonly issues: readonly Issue[];
  /** Ids of lines that repeat an earlier line of the same transaction. */
  readonly repeatedIds: ReadonlySet<number>;
}

type Params = Issue['params'];

function issue(severity: Severity, code: string, line: BillLine, params: Params): Issue {
  return {
    severity,
    code,
    params: { component: line.componentName, ...params },
    origin: line.origin,
  };
}

function differs(line: BillLine, code: string, printed: Decimal, computed: Decimal): Issue[] {
  if (agrees(printed, computed, line)) return [];
  return [
    issue('error', code, line, {
      printedAmount: toText(printed),
      computedAmount: toText(round(computed, 8, 'half-up')),
    }),
  ];
}

function originalIssues(line: BillLine): Issue[] {
  const computed = originalByFormula(line);
  if (!computed || !line.originalAmount) return [];
  return differs(line, 'bill-original-differs', line.originalAmount, computed);
}

function amountIssues(line: BillLine): Issue[] {
  const own = contradictedAmount(line);
  return own ? differs(line, 'bill-amount-differs', line.amount, own) : [];
}

function paymentIssues(line: BillLine): Issue[] {
  if (!line.cash) return [];
  const paid = sum([
    line.voucher ?? ZERO,
    line.freeCredit ?? ZERO,
    line.sharedIncome ?? ZERO,
    line.cash,
  ]);
  return differs(line, 'bill-payments-differ', line.amount, paid);
}

/** International bills: tax = (amount - voucher) x rate, total = amount - voucher + tax. */
function taxIssues(line: BillLine): Issue[] {
  if (!line.tax) return [];
  const beforeTax = line.amount.minus(line.voucher ?? ZERO);
  const tax = line.taxRate
    ? differs(line, 'bill-tax-differs', line.tax, beforeTax.times(line.taxRate))
    : [];
  const total = line.totalWithTax
    ? differs(line, 'bill-total-differs', line.totalWithTax, beforeTax.plus(line.tax))
    : [];
  return [...tax, ...total];
}

function unitPriceIssues(line: BillLine): Issue[] {
  if (!line.listPrice || !line.discount || !line.unitPrice) return [];
  const computed = line.listPrice.times(line.discount);
  if (agrees(line.unitPrice, computed, line)) return [];
  return [
    issue('warning', 'bill-unit-price-differs', line, {
      printedPrice: toText(line.unitPrice),
      computedPrice: toText(computed),
    }),
  ];
}

function unitIssues(line: BillLine): Issue[] {
  const basis = line.bucket === 'settlement' ? quantityBasis(line) : null;
  if (basis?.evidence !== 'calibrated') return [];
  return [
    issue('note', 'bill-unit-calibrated', line, {
      unit: line.quantityUnit,
      priceUnit: line.priceUnit,
      divisor: toText(basis.divisor),
    }),
  ];
}

const CURRENCY_WORDS: readonly (readonly [RegExp, Currency])[] = [
  [/美元|\busd\b|us\$/, 'USD'],
  [/元|人民币|\bcny\b|\brmb\b|¥/, 'CNY'],
];

/** A bill prints a handful of units: the one that was asked last is mostly the next one, too. */
let lastUnit: { readonly priceUnit: string; readonly currency: Currency | null } | null = null;

/** The currency that a price unit names ("元/千分钟/天", "USD/1,000 minutes/day"); null where it names none. */
function currencyOfUnit(priceUnit: string): Currency | null {
  if (lastUnit?.priceUnit === priceUnit) return lastUnit.currency;
  const text = priceUnit.normalize('NFKC').toLowerCase();
  const currency = CURRENCY_WORDS.find(([pattern]) => pattern.test(text))?.[1] ?? null;
  lastUnit = { priceUnit, currency };
  return currency;
}

function currencyIssues(line: BillLine): Issue[] {
  const printed = currencyOfUnit(line.priceUnit);
  if (printed === null || printed === line.currency) return [];
  const { currency, priceUnit } = line;
  const params = { printedCurrency: printed, currency, priceUnit };
  return [issue('error', 'bill-price-currency', line, params)];
}

function timeIssues(line: BillLine): Issue[] {
  const { usageStart, usageEnd, chargedAt } = line;
  if (usageStart && usageEnd && usageEnd < usageStart)
    return [
      issue('warning', 'bill-usage-ends-before-start', line, { from: usageStart, to: usageEnd }),
    ];
  if (line.bucket === 'settlement' && chargedAt && usageStart && chargedAt < usageStart)
    return [issue('warning', 'bill-charged-before-use', line, { chargedAt, from: usageStart })];
  return [];
}

/** Other products count in units this program does not know; a precision line has no formula. */
function isChecked(line: BillLine): boolean {
  return line.bucket !== 'other-product' && line.bucket !== 'precision';
}

const CHECKS = [
  originalIssues,
  amountIssues,
  unitPriceIssues,
  unitIssues,
  currencyIssues,
  timeIssues,
  paymentIssues,
  taxIssues,
] as const;

/** Nearly every line has no issue: what it does not have is not copied about. */
function issuesOf(lines: readonly BillLine[]): Issue[] {
  const found: Issue[] = [];
  for (const line of lines)
    for (const check of CHECKS) for (const one of check(line)) found.push(one);
  return found;
}

/** Only lines that share a transaction can be the same deduction twice; most lines have one of their own. */
function sharingTransaction(lines: readonly BillLine[]): BillLine[] {
  const seen = new Set<string>();
  const shared = new Set<string>();
  for (const { transactionId } of lines) {
    if (seen.has(transactionId)) shared.add(transactionId);
    seen.add(transactionId);
  }
  if (shared.size === 0) return [];
  return lines.filter((line) => shared.has(line.transactionId));
}

/** Checks every TRTC line by its own formulas and finds lines that stand in the bill twice. */
export function checkBill(lines: readonly BillLine[]): BillCheck {
  const checked = lines.filter(isChecked);
  const repeats = repeatedLines(sharingTransaction(checked)).filter(
    (repeat) => repeat.sameTransaction,
  );
  const twice = repeats.map(({ line, first }) =>
    issue('error', 'bill-line-twice', line, {
      transactionId: line.transactionId,
      amount: toText(line.amount),
      firstFile: first.origin.file,
      firstLine: first.origin.line ?? 0,
    }),
  );
  return {
    issues: [...issuesOf(checked), ...twice],
    repeatedIds: new Set(repeats.map(({ line }) => line.id)),
  };
}
