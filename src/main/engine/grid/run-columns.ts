import { EngineFailure, engineError } from '../../../shared/contract/error';
import type { ReadableDb } from '../store/workspace/connection';
import { AmountColumn, amountParts } from './amount-column';

/** A column of few different values: for each row the place of its value. */
export interface CodedColumn {
  readonly codes: Int32Array;
  readonly values: readonly (string | null)[];
}

/** What the comparisons of a run are filtered, grouped and summed by, in columns by position. */
export interface RunColumns {
  readonly rows: number;
  readonly sdkAppId: CodedColumn;
  readonly item: CodedColumn;
  readonly status: CodedColumn;
  readonly periodStart: CodedColumn;
  /** 1: the two sides do not agree. */
  readonly discrepancy: Uint8Array;
  readonly expected: AmountColumn;
  readonly billed: AmountColumn;
  readonly difference: AmountColumn;
}

/** Rows that are read between two looks at the rest of the world: some 20 ms. */
const ROWS_PER_TURN = 10_000;

const TEXTS = ['sdk_app_id', 'item', 'status', 'period_start'] as const;
const AMOUNTS = ['expected_amount_e8', 'billed_amount_e8', 'difference_e8'] as const;
const COLUMNS = ['position', 'discrepancy', ...TEXTS, ...AMOUNTS.flatMap(amountParts)];

/** A piece of all columns as one text: a call for each row would cost ten times as much. */
const PIECE_SQL = `
  SELECT json_array(${COLUMNS.map((column) => `json_group_array(${column})`).join(', ')}) AS piece
  FROM run_comparisons NOT INDEXED WHERE run_id = ? AND position >= ? AND position < ?`;

type Piece = [
  positions: number[],
  discrepancies: number[],
  apps: (string | null)[],
  items: (string | null)[],
  statuses: string[],
  days: string[],
  ...amounts: number[][],
];

/**
 * Reads the columns of a run, in one walk over its rows. `turn` is awaited between pieces and told the milliseconds
 * that the last one took; what it throws ends the reading. Throws `run-missing` where the run was deleted meanwhile.
 */
export async function readRunColumns(
  db: ReadableDb,
  runId: number,
  turn: (took: number) => Promise<void>,
): Promise<RunColumns> {
  const rows = Number(
    db
      .prepare<{ rows: bigint }>(
        'SELECT coalesce(max(position) + 1, 0) AS rows FROM run_comparisons WHERE run_id = ?',
      )
      .get(runId)?.rows ?? 0n,
  );
  const coded = TEXTS.map(() => new Coding(rows));
  const amounts = AMOUNTS.map(() => new AmountColumn(rows));
  const discrepancy = new Uint8Array(rows);
  let read = 0;
  let took = 0;
  for (let from = 0; from < rows; from += ROWS_PER_TURN) {
    await turn(took);
    const begun = performance.now();
    const found = db
      .prepare<{ piece: string }>(PIECE_SQL)
      .get(runId, from, Math.min(rows, from + ROWS_PER_TURN));
    const [positions, discrepancies, ...rest] = JSON.parse(found?.piece ?? '[[],[]]') as Piece;
    positions.forEach((position, index) => {
      discrepancy[position] = discrepancies[index] ?? 0;
      coded.forEach((column, place) => column.set(position, rest[place]?.[index] as string | null));
      amounts.forEach((column, place) => {
        const part = TEXTS.length + 2 * place;
        column.set(position, Number(rest[part]?.[index]), Number(rest[part + 1]?.[index]));
      });
    });
    read += positions.length;
    took = performance.now() - begun;
  }
  if (read !== rows) throw new EngineFailure(engineError('run-missing', { run: runId }));
  const [sdkAppId, item, status, periodStart] = coded as [Coding, Coding, Coding, Coding];
  const [expected, billed, difference] = amounts as [AmountColumn, AmountColumn, AmountColumn];
  return { rows, sdkAppId, item, status, periodStart, discrepancy, expected, billed, difference };
}

class Coding implements CodedColumn {
  readonly codes: Int32Array;
  readonly values: (string | null)[] = [];
  readonly #known = new Map<string | null, number>();

  constructor(rows: number) {
    this.codes = new Int32Array(rows);
  }

  set(position: number, value: string | null): void {
    let code = this.#known.get(value);
    if (code === undefined) {
      code = this.values.push(value) - 1;
      this.#known.set(value, code);
    }
    this.codes[position] = code;
  }
}
