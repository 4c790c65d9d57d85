import { isItem, type Item } from '../../../../shared/catalog/item';
import { invariant } from '../../../../shared/invariant';
import type { Day } from '../../../../shared/period/day';
import type { Query, ReadableDb } from '../workspace/connection';
import { dayOfNumber } from '../../../../shared/period/day-number';
import type { PackedCharge } from './packed-charge';

/** What a charge is for and was priced by; prices as canonical decimal text. */
export interface ChargeKind {
  readonly sdkAppId: string;
  readonly item: Item;
  readonly priceId: string;
  readonly era: string;
  readonly listPrice: string;
  readonly discount: string;
  readonly unitPrice: string;
  readonly contractReference: string | null;
}

/** Neighbouring charges of the same days. */
export interface ChargePiece {
  /** Position of the first one in the run. */
  readonly first: number;
  readonly periodStart: Day;
  readonly periodEnd: Day;
  readonly chargedOn: Day;
  readonly charges: readonly PackedCharge[];
}

interface PieceRow {
  first: bigint;
  period_start: bigint;
  period_end: bigint;
  charged_on: bigint;
  charges: string;
}

interface KindRow {
  sdk_app_id: string;
  item: string;
  price_id: string;
  era: string;
  list_price: string;
  discount: string;
  unit_price: string;
  contract_reference: string | null;
}

/** The piece that holds a position. */
export const PIECE_AT_SQL = `SELECT * FROM run_charge_pieces
  WHERE run_id = ? AND first <= ? ORDER BY first DESC LIMIT 1`;

export const LAST_PIECE_SQL = `SELECT first + size AS total FROM run_charge_pieces
  WHERE run_id = ? ORDER BY first DESC LIMIT 1`;

export const KIND_SQL = `SELECT run_charge_kinds.sdk_app_id, run_charge_kinds.item, run_rates.*
  FROM run_charge_kinds
  JOIN run_rates ON run_rates.run_id = run_charge_kinds.run_id AND run_rates.id = run_charge_kinds.rate
  WHERE run_charge_kinds.run_id = ? AND run_charge_kinds.id = ?`;

/** The charges of one stored run, unpacked piece by piece as they are asked for. */
export class ChargePieces {
  readonly #runId: number;
  readonly #pieceAt: Query<PieceRow>;
  readonly #kind: Query<KindRow>;
  readonly #kinds = new Map<number, ChargeKind>();
  /** How many charges the run has. */
  readonly total: number;

  constructor(db: ReadableDb, runId: number) {
    this.#runId = runId;
    this.#pieceAt = db.prepare<PieceRow>(PIECE_AT_SQL);
    this.#kind = db.prepare<KindRow>(KIND_SQL);
    this.total = Number(db.prepare<{ total: bigint }>(LAST_PIECE_SQL).get(runId)?.total ?? 0n);
  }

  /** The piece that holds the charge at `position`; null beyond the last one. */
  at(position: number): ChargePiece | null {
    if (position >= this.total) return null;
    const row = this.#pieceAt.get(this.#runId, position);
    invariant(row, `run ${this.#runId} has no charge ${position}`);
    return {
      first: Number(row.first),
      periodStart: dayOfNumber(row.period_start),
      periodEnd: dayOfNumber(row.period_end),
      chargedOn: dayOfNumber(row.charged_on),
      // What `insertCharges` wrote from the same type.
      charges: JSON.parse(row.charges) as PackedCharge[],
    };
  }

  /** The pieces from the one that holds `position` on. No query stays open between two of them. */
  *from(position: number): Generator<ChargePiece> {
    for (let piece = this.at(position); piece; piece = this.at(piece.first + piece.charges.length))
      yield piece;
  }

  kindOf([id]: PackedCharge): ChargeKind {
    const known = this.#kinds.get(id);
    if (known) return known;
    const row = this.#kind.get(this.#runId, id);
    invariant(row && isItem(row.item), `run ${this.#runId} has no kind ${id} of charges`);
    const kind = {
      sdkAppId: row.sdk_app_id,
      item: row.item,
      priceId: row.price_id,
      era: row.era,
      listPrice: row.list_price,
      discount: row.discount,
      unitPrice: row.unit_price,
      contractReference: row.contract_reference,
    };
    this.#kinds.set(id, kind);
    return kind;
  }
}
