import type { Item } from '../../../../shared/catalog/item';
import type { Charge } from '../../../../shared/settlement/charge';
import type { WritableDb } from '../workspace/connection';
import { dayNumber } from '../../../../shared/period/day-number';
import { decimalText } from './decimal-column';
import { packed, type PackedCharge } from './packed-charge';
import type { WriteTurns } from '../workspace/write-turns';

/** What a charge was priced by. */
type ChargedRate = Pick<
  Charge,
  'priceId' | 'era' | 'listPrice' | 'discount' | 'unitPrice' | 'contractReference'
>;

/** What a charge is for, and its rate. */
interface Kind {
  readonly of: Pick<Charge, 'sdkAppId' | 'item'> & ChargedRate;
  /** Id in run_rates. */
  readonly rate: number;
}

/** Charges of one piece: a page of them is read by unpacking one or two. */
const CHARGES_PER_PIECE = 1000;

/**
 * The kinds of one run's charges: few of them stand for very many charges. Charges of one rate share its very numbers;
 * the same numbers in other objects are another row of the same text.
 */
class ChargeKinds {
  readonly #kinds: Kind[] = [];
  readonly #byApp = new Map<string, Map<Item, number[]>>();
  readonly #rates: ChargedRate[] = [];

  idOf(charge: Charge): number {
    const byItem = this.#byApp.get(charge.sdkAppId) ?? new Map<Item, number[]>();
    if (byItem.size === 0) this.#byApp.set(charge.sdkAppId, byItem);
    const ids = byItem.get(charge.item) ?? [];
    const known = ids.find((id) => isRateOf(charge, this.#kinds[id]?.of));
    if (known !== undefined) return known;
    const id = this.#kinds.push({ of: charge, rate: this.#rateOf(charge) }) - 1;
    byItem.set(charge.item, [...ids, id]);
    return id;
  }

  insert(db: WritableDb, runId: number): void {
    const insertRate = db.prepare('INSERT INTO run_rates VALUES (?, ?, ?, ?, ?, ?, ?, ?)');
    this.#rates.forEach((rate, id) => {
      const prices = [rate.listPrice, rate.discount, rate.unitPrice].map(decimalText);
      insertRate.run(runId, id, rate.priceId, rate.era, ...prices, rate.contractReference);
    });
    const insertKind = db.prepare('INSERT INTO run_charge_kinds VALUES (?, ?, ?, ?, ?)');
    this.#kinds.forEach(({ of, rate }, id) =>
      insertKind.run(runId, id, of.sdkAppId, of.item, rate),
    );
  }

  #rateOf(charge: Charge): number {
    const known = this.#rates.findIndex((rate) => isRateOf(charge, rate));
    return known < 0 ? this.#rates.push(charge) - 1 : known;
  }
}

function isRateOf(charge: Charge, rate: ChargedRate | undefined): boolean {
  return (
    rate?.unitPrice === charge.unitPrice &&
    rate.priceId === charge.priceId &&
    rate.era === charge.era &&
    rate.listPrice === charge.listPrice &&
    rate.discount === charge.discount &&
    rate.contractReference === charge.contractReference
  );
}

/**
 * Writes a run's charges in pieces, one statement for each: a row for every charge costs several times as much, and
 * charges are only ever read from a position on, or all of them.
 */
export async function insertCharges(
  db: WritableDb,
  runId: number,
  charges: readonly Charge[],
  turns: WriteTurns,
): Promise<void> {
  const kinds = new ChargeKinds();
  const insert = db.prepare('INSERT INTO run_charge_pieces VALUES (?, ?, ?, ?, ?, ?, ?)');
  for (let first = 0, end = 0; first < charges.length; first = end) {
    end = endOfPiece(charges, first);
    const piece: PackedCharge[] = [];
    for (const charge of charges.slice(first, end)) piece.push(packed(charge, kinds.idOf(charge)));
    insert.run(runId, first, piece.length, ...daysOf(charges[first]), JSON.stringify(piece));
    const pause = turns.after(piece.length);
    if (pause) await pause;
  }
  kinds.insert(db, runId);
}

/** Where the charges that share the days of the one at `first` end, or the piece is full. */
function endOfPiece(charges: readonly Charge[], first: number): number {
  const days = charges[first];
  let end = first + 1;
  for (; end < charges.length && end - first < CHARGES_PER_PIECE; end += 1) {
    const charge = charges[end];
    if (
      charge?.periodStart !== days?.periodStart ||
      charge?.periodEnd !== days?.periodEnd ||
      charge?.chargedOn !== days?.chargedOn
    )
      break;
  }
  return end;
}

function daysOf(charge: Charge | undefined): number[] {
  return charge ? [charge.periodStart, charge.periodEnd, charge.chargedOn].map(dayNumber) : [];
}
