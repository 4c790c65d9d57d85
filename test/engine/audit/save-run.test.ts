import { describe, expect, it } from 'vitest';
import { decimal, ZERO } from '../../../src/shared/money/decimal';
import { addDays, day } from '../../../src/shared/period/day';
import type { Run } from '../../../src/shared/contract/audits';
import { STATUSES, type Comparison } from '../../../src/shared/reconcile/result/discrepancy';
import type { OpenWorkspace } from '../../../src/main/engine/store/workspace/workspace-file';
import { comparisonPage } from '../../../src/main/engine/store/runs/run-comparisons';
import { latestRun } from '../../../src/main/engine/store/runs/runs';
import { saveRun, type RunToSave } from '../../../src/main/engine/store/runs/save-run';
import { newWorkspace } from '../workspace';

function comparisonsOf(count: number): Comparison[] {
  const start = day('2023-06-01');
  return Array.from({ length: count }, (_, index) => {
    const periodStart = addDays(start, index % 30);
    const sdkAppId = String(1_400_000_000 + index);
    const amount = decimal((index * 7919) % 100_003).div(100);
    return {
      id: `${periodStart}/${sdkAppId}/av.hd`,
      status: index % 1000 === 0 ? 'over-billed' : 'matched',
      periodStart,
      periodEnd: addDays(periodStart, 1),
      sdkAppId,
      item: 'av.hd',
      expectedQuantity: decimal('5'),
      billedQuantity: decimal('5'),
      expectedPrice: decimal('28'),
      billedPrice: decimal('28'),
      expectedAmount: amount,
      billedAmount: amount,
      difference: ZERO,
      tolerance: ZERO,
      causes: [],
      unexplained: ZERO,
      chargeIds: [],
      billLineIds: [],
    };
  });
}

function runOf(comparisons: readonly Comparison[], fingerprint: string): RunToSave {
  return {
    createdAt: '2026-01-01T00:00:00.000Z',
    engine: '0.1.0',
    priceBook: 'sha256:0',
    fingerprint,
    account: '{}',
    accountStated: false,
    policy: '{}',
    inputs: [],
    counts: Object.fromEntries(STATUSES.map((status) => [status, 0])) as Run['counts'],
    bridge: [],
    lineFindings: [],
    result: {
      currency: 'CNY',
      period: null,
      totals: {
        billed: ZERO,
        expected: ZERO,
        difference: ZERO,
        explained: ZERO,
        unexplained: ZERO,
        otherLines: ZERO,
      },
      charges: [],
      drawdowns: [],
      comparisons,
      otherLines: [],
      issues: [],
    },
  };
}

const indexesOf = ({ readable }: OpenWorkspace) =>
  readable
    .prepare<{ name: string; sql: string }>(
      `SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL ORDER BY name`,
    )
    .all();
const isWhole = ({ writable }: OpenWorkspace) =>
  writable.prepare<{ integrity_check: string }>('PRAGMA integrity_check').all();
const goOn = () => Promise.resolve();
const TOTAL = 60_000;

describe('saving a run', () => {
  it('of many comparisons builds every order anew, for the runs before it too', async () => {
    const workspace = newWorkspace();
    const before = indexesOf(workspace);
    const small = await saveRun(workspace.writable, runOf(comparisonsOf(30), 'small'), goOn);
    const large = await saveRun(workspace.writable, runOf(comparisonsOf(TOTAL), 'large'), goOn);
    expect(indexesOf(workspace)).toEqual(before);
    expect(isWhole(workspace)).toEqual([{ integrity_check: 'ok' }]);
    for (const [runId, total] of [
      [small, 30],
      [large, TOTAL],
    ] as const) {
      const page = comparisonPage(
        workspace.readable,
        runId,
        {
          filter: { onlyDiscrepancies: false },
          sort: { by: 'expectedAmount', descending: true },
          offset: 0,
          limit: 1000,
        },
        new Map(),
      );
      expect(page.total).toBe(total);
      const amounts = page.rows.map((row) => Number(row.expectedAmount));
      expect(amounts).toEqual(amounts.toSorted((a, b) => b - a));
    }
  });

  it('that is stopped half-way leaves the earlier run and every order', async () => {
    const workspace = newWorkspace();
    const before = indexesOf(workspace);
    const kept = await saveRun(workspace.writable, runOf(comparisonsOf(30), 'same'), goOn);
    await expect(
      saveRun(workspace.writable, runOf(comparisonsOf(TOTAL), 'same'), (done) =>
        done < TOTAL / 2 ? Promise.resolve() : Promise.reject(new Error('stopped')),
      ),
    ).rejects.toThrow('stopped');
    expect(latestRun(workspace.readable, null)?.id).toBe(kept);
    expect(indexesOf(workspace)).toEqual(before);
    expect(isWhole(workspace)).toEqual([{ integrity_check: 'ok' }]);
  });
});
