import type { BillLine } from '../../bill/bill-line';
import type { Currency, Site } from '../../catalog/site';
import type { Issue } from '../../issue';
import { sum, toText } from '../../money/decimal';
import { contains, type Period } from '../../period/period';
import { meteredItem } from '../../usage/tier-eras';
import { linePeriod } from './line-period';
import { pinsOfLines, type MatchPin } from './match-pin';
import type { Group, PlacedLine } from './match';

/** The settlement lines of a bill, sorted by whether and how they can be compared. */
export interface SettlementLines {
  readonly named: readonly (PlacedLine & { readonly sdkAppId: string })[];
  /** Lines that name no application. */
  readonly unnamed: readonly PlacedLine[];
  /** Lines whose item or days are not known: listed, counted, not compared. */
  readonly unplaced: readonly { readonly line: BillLine; readonly period: Period | null }[];
  /** Lines that a person took out of their match: each is compared with nothing. */
  readonly apart: readonly Group[];
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

/**
 * Lines for other days than the audited ones, where their file has lines of these days too or the bill has none of them
 * at all. A file that is only about other months is theirs: when it comes later, an audit made again says what it said.
 */
function outside(left: readonly BillLine[], ownFiles: ReadonlySet<number>): Issue[] {
  const lines = left.filter(({ importId }) => ownFiles.size === 0 || ownFiles.has(importId));
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

/**
 * Places settlement lines of the audited period: where a person said that they belong, else by what they
 * print. A line that was placed in another month counts there and no longer here. What is left out is an
 * issue, with its money.
 */
export function settlementLines(
  lines: readonly BillLine[],
  site: Site,
  currency: Currency,
  audited: Period | null,
  pins: readonly MatchPin[] = [],
): SettlementLines {
  const named: (PlacedLine & { readonly sdkAppId: string })[] = [];
  const unnamed: PlacedLine[] = [];
  const unplaced: { readonly line: BillLine; readonly period: Period | null }[] = [];
  const apart: Group[] = [];
  const issues: Issue[] = [];
  const left: BillLine[] = [];
  const ownFiles = new Set<number>();
  const settlement = lines.filter(({ bucket }) => bucket === 'settlement');
  const pinOf = pinsOfLines(settlement, pins);
  for (const line of settlement) {
    const pin = pinOf.get(line.id);
    const byHand = pin?.kind === 'placed' ? pin : null;
    const period = byHand ? { from: byHand.from, to: byHand.to } : linePeriod(line);
    const printed = byHand?.item ?? line.item;
    if (period && audited && !contains(audited, period.from)) {
      if (line.currency === currency) left.push(line);
      continue;
    }
    if (period) ownFiles.add(line.importId);
    if (line.currency !== currency) {
      issues.push(inOtherCurrency(line, currency));
    } else if (!period || !printed) {
      unplaced.push({ line, period });
      issues.push(unplacedIssue(line, period));
    } else {
      const item = meteredItem(site, printed, period.from);
      const sdkAppId = byHand?.sdkAppId ?? line.sdkAppId;
      if (pin?.kind === 'apart')
        apart.push({ period, sdkAppId, item, charges: [], lines: [line], apart: pin.lineKey });
      else if (sdkAppId === null) unnamed.push({ line, item, period });
      else named.push({ line, item, period, sdkAppId });
    }
  }
  return {
    ...{ named, unnamed, unplaced, apart },
    issues: [...issues, ...outside(left, ownFiles)],
  };
}
