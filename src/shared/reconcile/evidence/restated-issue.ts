import type { Issue, Origin } from '../../issue';
import { toText, type Decimal } from '../../money/decimal';

/** What changed from one export of the same days to the next, added up. */
export interface Restated {
  readonly newer: string;
  readonly older: string;
  readonly changed: number;
  readonly added: number;
  readonly gone: number;
  /** By how much the billed amount went up; null for usage. */
  readonly amount: Decimal | null;
  /** By how much the measured seconds went up; null for a bill. */
  readonly seconds: number | null;
  readonly largest: Origin;
}

/** The provider said something else before: to be looked at, also where the bill agrees with what it says now. */
export function restatedIssue(restated: Restated): Issue {
  const { newer, older, changed, added, gone, amount, seconds, largest } = restated;
  const counts = { newer, older, changed, added, gone };
  return amount === null
    ? {
        severity: 'warning',
        code: 'restated-usage',
        params: { ...counts, seconds: seconds ?? 0 },
        origin: largest,
      }
    : {
        severity: 'warning',
        code: 'restated-bill',
        params: { ...counts, movedAmount: toText(amount) },
        origin: largest,
      };
}
