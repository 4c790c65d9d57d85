import type { Issue } from '../../../../shared/issue';
import type { RowRefusal } from '../../reading/cells/row-outcome';

/** Sentences of one code that are kept one by one; behind them only their number. */
const ISSUES_PER_CODE = 200;

/** What happened to the rows of a file, counted, and the issues that come of it. */
export interface Tally {
  rows: number;
  accepted: number;
  quarantined: number;
  ignored: number;
  firstDay: number | null;
  lastDay: number | null;
  readonly apps: Set<string>;
}

export function newTally(): Tally {
  return {
    rows: 0,
    accepted: 0,
    quarantined: 0,
    ignored: 0,
    firstDay: null,
    lastDay: null,
    apps: new Set(),
  };
}

/** Collects issues of rows: each with its line, up to a limit per code; ignored rows once per reason. */
export interface IssueLedger {
  readonly row: (issue: Issue) => void;
  readonly ignored: (refusal: RowRefusal, line: () => number) => void;
  /** What was counted but not listed. */
  readonly close: () => Issue[];
}

export function issueLedger(file: string, write: (issue: Issue) => void): IssueLedger {
  const perCode = new Map<string, { severity: Issue['severity']; count: number }>();
  const ignoredRows = new Map<string, { count: number; line: number }>();
  return {
    row: (issue) => {
      const seen = perCode.get(issue.code) ?? { severity: issue.severity, count: 0 };
      seen.count += 1;
      perCode.set(issue.code, seen);
      if (seen.count <= ISSUES_PER_CODE) write(issue);
    },
    ignored: (refusal, line) => {
      const seen = ignoredRows.get(refusal.code);
      if (seen) seen.count += 1;
      else ignoredRows.set(refusal.code, { count: 1, line: line() });
    },
    close: () => [
      ...[...ignoredRows].map(([code, { count, line }]) => ({
        severity: 'note' as const,
        code,
        params: { count },
        origin: { file, line },
      })),
      ...[...perCode.values()]
        .filter(({ count }) => count > ISSUES_PER_CODE)
        .map(({ severity, count }) => ({
          severity,
          code: 'more-of-these',
          params: { count: count - ISSUES_PER_CODE },
          origin: { file },
        })),
    ],
  };
}
