import type { Output } from '../../../shared/contract/contract';
import type { DrawComparisonRow } from '../../../shared/contract/packages';
import { toText, type Decimal } from '../../../shared/money/decimal';
import { contains } from '../../../shared/period/period';
import {
  compareDraws,
  drawsAgree,
  type DrawComparison,
} from '../../../shared/reconcile/evidence/compare-draws';
import type { StatedDraw } from '../../../shared/reconcile/evidence/evidence';
import type { ReadableDb } from '../store/workspace/connection';
import { statedDraws } from '../store/evidence/evidence';
import { originsOf } from '../store/imports/raw-rows';
import { drawnDays, drawnSums } from '../store/runs/run-charges';
import type { StoredRun } from '../store/runs/runs';
import { accountOfStoredRun } from '../account/account-of-stored-run';

interface Asked {
  readonly source: string | null;
  readonly onlyDifferences: boolean;
  readonly offset: number;
  readonly limit: number;
}

const text = (value: Decimal | null) => (value === null ? null : toText(value));

/** The provider's deductions beside those of a run, a page of them. */
export function deductionsOfRun(
  db: ReadableDb,
  run: StoredRun,
  { source, onlyDifferences, offset, limit }: Asked,
): Output<'packages.deductions'> {
  const { period } = run;
  const stated = statedDraws(db).filter(({ day }) => !period || contains(period, day));
  const all = compareDraws(accountOfStoredRun(run).site, stated, drawnSums(db, run.id)).filter(
    (one) => source === null || one.source === source,
  );
  const differing = all.filter((one) => !drawsAgree(one));
  const asked = onlyDifferences ? differing : all;
  const balances = balancesOf(db, run.id, stated);
  const page = asked.slice(offset, offset + limit);
  const origins = originsOf(
    db,
    page.flatMap(({ statedRow }) => statedRow ?? []).sort((a, b) => a - b),
  );
  return {
    total: asked.length,
    differing: differing.length,
    rows: page.map(({ statedRow, ...one }) => ({
      ...one,
      ...balances(one),
      origin: statedRow === null ? null : (origins.get(statedRow) ?? null),
      statedRaw: text(one.statedRaw),
      statedRatio: text(one.statedRatio),
      statedDeducted: text(one.statedDeducted),
      difference: toText(one.difference),
    })),
  };
}

type Balances = Pick<DrawComparisonRow, 'statedBalance' | 'drawnBalance'>;

/** What was left in a package after a day: after the provider's last row of it, and after our last draw. */
function balancesOf(
  db: ReadableDb,
  runId: number,
  stated: readonly StatedDraw[],
): (of: Pick<DrawComparison, 'source' | 'day'>) => Balances {
  const last = new Map<string, StatedDraw>();
  for (const one of stated) {
    const key = `${one.packageId}/${one.day}`;
    const known = last.get(key);
    if (!known || one.lastRow > known.lastRow) last.set(key, one);
  }
  const drawn = new Map<string, Map<string, number>>();
  const drawnOf = (source: string) => {
    const known = drawn.get(source);
    if (known) return known;
    const days = new Map<string, number>(
      drawnDays(db, runId, source).map(({ day, balanceAfter }) => [day, balanceAfter]),
    );
    drawn.set(source, days);
    return days;
  };
  return ({ source, day }) => ({
    statedBalance: text(last.get(`${source}/${day}`)?.balanceAfter ?? null),
    drawnBalance: drawnOf(source).get(day) ?? null,
  });
}
