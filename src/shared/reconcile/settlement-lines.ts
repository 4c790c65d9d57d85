import type { BillLine } from '../bill/bill-line';
import type { Currency, Site } from '../catalog/site';
import type { Issue } from '../issue';
import { sum, toText } from '../money/decimal';
import { contains, type Period } from '../period/period';
import { meteredItem } from '../usage/tier-eras';
import { linePeriod } from './line-period';
import type { PlacedLine } from './match';

/** The settlement lines of a bill, sorted by whether and how they can be compared. */
export interface SettlementLines {
  readonly named: readonly (PlacedLine & { readonly sdkAppId: string })[];
  /** Lines that name no application. */
  readonly unnamed: readonly PlacedLine[];
  /** Lines whose item or days are not known: listed, counted, not compared. */
  readonly unplaced: readonly { readonly line: BillLine; readonly period: Period | null }[];
  readonly issues: readonly Issue[];
}

function inOtherCurrency(line: BillLine, currency: Currency): Issue {
  return {
    severity: 'error',
    code: 'bill-currency-differs',
    params: { lineCurrency: line.currency, currency, lineAmount: toText(line.amount) },
    origin: line.origin,
  };
}

function outside(lines: readonly BillLine[]): Issue[] {
  if (lines.length === 0) return [];
  return [
    {
      severity: 'note',
      code: 'bill-lines-outside-period',
      params: {
        lines: lines.length,
        outsideAmount: toText(sum(lines.map((line) => line.amount))),
      },
    },
  ];
}

function unplacedIssue(line: BillLine, period: Period | null): Issue {
  return {
    severity: 'warning',
    code: period === null ? 'bill-line-without-days' : 'bill-item-unknown',
    params: { component: line.componentName, lineAmount: toText(line.amount) },
    origin: line.origin,
  };
}

/** Places settlement lines of the audited period. What is left out is an issue, with its money. */
export function settlementLines(
  lines: readonly BillLine[],
  site: Site,
  currency: Currency,
  audited: Period | null,
): SettlementLines {
  const named: (PlacedLine & { readonly sdkAppId: string })[] = [];
  const unnamed: PlacedLine[] = [];
  const unplaced: { readonly line: BillLine; readonly period: Period | null }[] = [];
  const issues: Issue[] = [];
  const left: BillLine[] = [];
  for (const line of lines) {
    if (line.bucket !== 'settlement') continue;
    if (line.currency !== currency) {
      issues.push(inOtherCurrency(line, currency));
      continue;
    }
    const period = linePeriod(line);
    if (period && audited && !contains(audited, period.from)) {
      left.push(line);
    } else if (!period || !line.item) {
      unplaced.push({ line, period });
      issues.push(unplacedIssue(line, period));
    } else {
      const item = meteredItem(site, line.item, period.from);
      if (line.sdkAppId === null) unnamed.push({ line, item, period });
      else named.push({ line, item, period, sdkAppId: line.sdkAppId });
    }
  }
  return { named, unnamed, unplaced, issues: [...issues, ...outside(left)] };
}
