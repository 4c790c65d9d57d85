import { deriveFacts } from '../../../shared/account/derive';
import type { Item } from '../../../shared/catalog/item';
import type { ChargeExplanation } from '../../../shared/contract/charges';
import type { Day } from '../../../shared/period/day';
import { expectedSteps } from '../../../shared/reconcile/explain/explain-expected';
import { meteredItem } from '../../../shared/usage/tier-eras';
import { chargeOn } from '../store/runs/charge-on';
import type { ReadableDb } from '../store/workspace/connection';
import { accountOfStoredRun } from '../account/account-of-stored-run';
import { drawdownRowsOf, usageBehind } from './charge-evidence';
import { chargeOf, drawdownOf } from './from-stored';
import { priceBookOfRun } from './price-book-in-use';
import type { StoredRun } from '../store/runs/runs';

/**
 * The arithmetic of the charge that the use of an application and item on a day is part of, as the run stored it;
 * null where there is none: no usage of the run's period, nothing metered, or no price.
 */
export function explainCharge(
  db: ReadableDb,
  run: StoredRun,
  use: { readonly day: Day; readonly sdkAppId: string; readonly item: Item },
): ChargeExplanation | null {
  const account = accountOfStoredRun(run);
  const item = meteredItem(account.site, use.item, use.day);
  const row = chargeOn(db, run.id, { ...use, item });
  if (row === null) return null;
  const charge = chargeOf(row, run.currency);
  const drawdowns = drawdownRowsOf(db, run.id, charge);
  const steps = expectedSteps(
    charge,
    drawdowns.map(drawdownOf),
    deriveFacts(account),
    priceBookOfRun(db, run).book,
  );
  const usage = usageBehind(db, account.site, [charge]);
  return {
    charge: row,
    steps,
    drawdowns,
    usageRows: usage.rows,
    usageRowsTotal: usage.total,
  };
}
