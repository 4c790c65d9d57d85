import type { CheckedBillLine } from '../../../shared/contract/bills';
import type { Handlers } from '../../../shared/contract/contract';
import { toText } from '../../../shared/money/decimal';
import { billLineRow } from '../audit/bill-line-row';
import type { EngineContext } from '../engine-context';
import { billLinePage, foundLines, type FoundLine } from '../store/evidence/bill-line-pages';
import type { ReadableDb } from '../store/workspace/connection';
import { rawRows } from '../store/imports/raw-rows';
import { requireRun } from '../store/runs/runs';

type BillMethod = Extract<keyof Handlers, `bills.${string}`>;

export function billHandlers({ session }: EngineContext): Pick<Handlers, BillMethod> {
  const withRun = (runId: number | null): ReadableDb => {
    const { readable } = session.require();
    if (runId !== null) requireRun(readable, runId);
    return readable;
  };
  return {
    'bills.page': ({ runId, period, filter, sort, ...page }) => {
      const found = billLinePage(withRun(runId), { runId, period, filter }, sort, page);
      return {
        total: found.total,
        amount: found.amount && toText(found.amount),
        rows: found.rows.map(checkedLine),
      };
    },
    'bills.line': ({ runId, lineId }) => {
      const db = withRun(runId);
      const [found] = foundLines(db, runId, [lineId]);
      if (!found) return null;
      const [raw] = rawRows(db, [lineId]);
      return raw ? { ...checkedLine(found), raw } : null;
    },
  };
}

function checkedLine({ line, findings }: FoundLine): CheckedBillLine {
  return {
    line: billLineRow(line),
    currency: line.currency,
    findings: findings.map((finding) => ({ ...finding, params: { ...finding.params } })),
  };
}
