import { toScaled } from '../../../shared/money/decimal';
import type { Day } from '../../../shared/period/day';
import type { Charge } from '../../../shared/settlement/charge';
import { AMOUNT_SCALE } from './bill-lines';
import type { Param, WritableDb } from './connection';
import { dayNumber } from './day-number';
import { decimalText } from './decimal-column';

/** What a charge was priced by. */
type ChargedRate = Pick<
  Charge,
  'priceId' | 'era' | 'listPrice' | 'discount' | 'unitPrice' | 'contractReference'
>;

/**
 * The rows of one run's charges. Few rates and few days stand for very many charges: each rate becomes a row of its
 * own that its charges name, each day is turned into a number once.
 */
export class ChargeRows {
  readonly #rates: ChargedRate[] = [];
  readonly #idsByPrice = new Map<Charge['unitPrice'], number[]>();
  readonly #numbers = new Map<Day, number>();

  /** The columns of run_charges behind run and position. */
  valuesOf(charge: Charge): Param[] {
    return [
      this.#dayNumber(charge.periodStart),
      this.#dayNumber(charge.periodEnd),
      this.#dayNumber(charge.chargedOn),
      charge.sdkAppId,
      charge.item,
      charge.seconds,
      charge.meteredMinutes,
      charge.meteredMinutesLow,
      charge.trialMinutes,
      charge.packageMinutes,
      charge.billableMinutes,
      this.#rateOf(charge),
      charge.amount.isZero() ? 0n : toScaled(charge.amount, AMOUNT_SCALE),
    ];
  }

  /** Writes the rates that the charges so far have named. */
  insertRates(db: WritableDb, runId: number): void {
    const insert = db.prepare('INSERT INTO run_rates VALUES (?, ?, ?, ?, ?, ?, ?, ?)');
    this.#rates.forEach((rate, id) => {
      const prices = [rate.listPrice, rate.discount, rate.unitPrice].map(decimalText);
      insert.run(runId, id, rate.priceId, rate.era, ...prices, rate.contractReference);
    });
  }

  #dayNumber(date: Day): number {
    const known = this.#numbers.get(date);
    if (known !== undefined) return known;
    const number = dayNumber(date);
    this.#numbers.set(date, number);
    return number;
  }

  /** Charges of one rate share its very numbers; the same numbers in other objects are another row of the same text. */
  #rateOf(charge: Charge): number {
    const ids = this.#idsByPrice.get(charge.unitPrice) ?? [];
    const known = ids.find((id) => isRateOf(charge, this.#rates[id]));
    if (known !== undefined) return known;
    const id = this.#rates.push(charge) - 1;
    this.#idsByPrice.set(charge.unitPrice, [...ids, id]);
    return id;
  }
}

function isRateOf(charge: Charge, rate: ChargedRate | undefined): boolean {
  return (
    rate?.priceId === charge.priceId &&
    rate.era === charge.era &&
    rate.listPrice === charge.listPrice &&
    rate.discount === charge.discount &&
    rate.contractReference === charge.contractReference
  );
}
