import type { Item } from '../../../../shared/catalog/item';
import type { ChargeRow } from '../../../../shared/contract/audits';
import type { Day } from '../../../../shared/period/day';
import type { ReadableDb } from '../workspace/connection';
import { dayNumber } from '../../../../shared/period/day-number';
import { chargesAt } from './run-charges';

/** Only pieces of that day are unpacked; days stand before the charges in a piece's row. */
export const CHARGE_ON_SQL = `SELECT p.first + c.key AS position
  FROM run_charge_pieces p CROSS JOIN json_each(p.charges) c
  WHERE p.run_id = ? AND p.period_start <= ? AND p.period_end > ?
    AND c.value ->> 0 IN
      (SELECT id FROM run_charge_kinds WHERE run_id = ? AND sdk_app_id = ? AND item = ?)`;

/** The charge of a run that covers the use of an application and item on a day; null: there is none. */
export function chargeOn(
  db: ReadableDb,
  runId: number,
  { day, sdkAppId, item }: { readonly day: Day; readonly sdkAppId: string; readonly item: Item },
): ChargeRow | null {
  const date = dayNumber(day);
  const found = db
    .prepare<{ position: bigint }>(CHARGE_ON_SQL)
    .get(runId, date, date, runId, sdkAppId, item);
  if (!found) return null;
  const [row] = chargesAt(db, runId, [Number(found.position)]);
  return row ?? null;
}
