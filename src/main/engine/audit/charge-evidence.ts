import type { Site } from '../../../shared/catalog/site';
import { AV_ITEMS, type Item } from '../../../shared/catalog/item';
import type { DrawdownRow, RawRow } from '../../../shared/contract/audits';
import type { Period } from '../../../shared/period/period';
import type { Charge } from '../../../shared/settlement/charge';
import { meteredItem } from '../../../shared/usage/tier-eras';
import type { ReadableDb } from '../store/workspace/connection';
import { drawdownsOf } from '../store/runs/run-charges';
import { usageRowsBehind } from '../store/evidence/usage';

/** Rows of the user's usage files that are shown; the rest is counted. */
const USAGE_ROWS_SHOWN = 200;

/** What the sources gave for a charge. */
export function drawdownRowsOf(db: ReadableDb, runId: number, charge: Charge): DrawdownRow[] {
  const { periodStart: from, periodEnd: to, sdkAppId, item } = charge;
  return drawdownsOf(db, runId, { period: { from, to }, sdkAppId, item });
}

/** The rows of the user's own usage files that charges stand on. */
export function usageBehind(
  db: ReadableDb,
  site: Site,
  charges: readonly Charge[],
): { total: number; rows: RawRow[] } {
  let total = 0;
  const rows: RawRow[] = [];
  for (const { periodStart: from, periodEnd: to, sdkAppId, item } of charges) {
    const period = { from, to };
    const found = usageRowsBehind(
      db,
      { period, sdkAppId, items: itemsMeteredAs(site, item, period) },
      USAGE_ROWS_SHOWN - rows.length,
    );
    total += found.total;
    rows.push(...found.rows);
  }
  return { total, rows };
}

/** The item itself, and those that counted as it in that era (2K and 4K as full HD). */
function itemsMeteredAs(site: Site, item: Item, period: Period): Item[] {
  return [
    item,
    ...AV_ITEMS.filter((other) => other !== item && meteredItem(site, other, period.from) === item),
  ];
}
