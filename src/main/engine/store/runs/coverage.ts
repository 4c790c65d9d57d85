import { invariant } from '../../../../shared/invariant';
import { fromScaled, type Decimal } from '../../../../shared/money/decimal';
import { day, type Day } from '../../../../shared/period/day';
import type { Period } from '../../../../shared/period/period';
import type { CoveredBill } from '../../../../shared/settlement/coverage';
import { AMOUNT_SCALE } from '../evidence/bill-lines';
import { ChargePieces } from './charge-pieces';
import type { ReadableDb } from '../workspace/connection';
import { dayNumber, dayOfNumber } from '../../../../shared/period/day-number';
import { amountOf } from './packed-charge';
import { rowsOfImport } from '../workspace/row-id';

interface BillRow {
  usage_start: string | null;
  usage_end: string | null;
  day: bigint;
  sdk_app_id: string | null;
  file: bigint;
}

/** Which days the settlement lines of the period cover; of each file every span once. */
export function coveredBills(db: ReadableDb, period: Period): CoveredBill[] {
  return db
    .prepare<BillRow>(
      `SELECT DISTINCT substr(b.usage_start, 1, 10) AS usage_start,
         substr(b.usage_end, 1, 10) AS usage_end, b.day, b.sdk_app_id, i.id AS file
       FROM imports i CROSS JOIN bill_lines b ON ${rowsOfImport('b')}
       WHERE i.state = 'live' AND i.kind = 'bill' AND b.duplicate_of IS NULL
         AND b.bucket = 'settlement' AND b.day < ?
         AND coalesce(substr(b.usage_end, 1, 10), '9999') >= ?`,
    )
    .all(dayNumber(period.to), period.from)
    .map((row) => ({
      from: row.usage_start === null ? dayOfNumber(row.day) : day(row.usage_start),
      through: row.usage_end === null ? dayOfNumber(row.day) : day(row.usage_end),
      sdkAppId: row.sdk_app_id,
      file: Number(row.file),
    }));
}

/** What a run expects to be charged, by first day and application. */
export class DueAmounts {
  readonly #byDay = new Map<Day, Map<string, bigint>>();

  /** Reads the charges of a run; gives way between pieces of them. */
  *read(db: ReadableDb, runId: number): Generator<undefined, void> {
    const appOf = new Map(
      db
        .prepare<{ id: number; sdk_app_id: string }>(
          'SELECT id, sdk_app_id FROM run_charge_kinds WHERE run_id = ?',
        )
        .safeIntegers(false)
        .all(runId)
        .map(({ id, sdk_app_id: app }) => [id, app]),
    );
    for (const { periodStart, charges } of new ChargePieces(db, runId).from(0)) {
      let ofDay = this.#byDay.get(periodStart);
      if (!ofDay) this.#byDay.set(periodStart, (ofDay = new Map<string, bigint>()));
      for (const charge of charges) {
        const app = appOf.get(charge[0]);
        // Asked for every charge: the message is only made where it is needed.
        if (app === undefined) invariant(false, `run ${runId} has no kind ${charge[0]} of charges`);
        ofDay.set(app, (ofDay.get(app) ?? 0n) + amountOf(charge));
      }
      yield;
    }
  }

  at(date: Day, sdkAppId: string): Decimal {
    return fromScaled(this.#byDay.get(date)?.get(sdkAppId) ?? 0n, AMOUNT_SCALE);
  }
}
