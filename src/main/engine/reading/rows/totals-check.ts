import { fromScaled, toText } from '../../../../shared/money/decimal';
import { cleanCell, isProblem, numberCell, scaledCell } from '../cells/cells';
import { STORED_DECIMALS } from '../cells/row-cells';
import { ignored, type FieldColumns, type RowRefusal } from '../cells/row-outcome';
import type { ReadRow } from './read-row';

/** Usage is added up x 10^4, as its rows hold minutes; sums are told x 10^8. */
const USAGE_FIELD = 'value';
const USAGE_UNIT = 10_000;

/** What each column with a total adds up, x 10^8. */
const SUMMED: Readonly<Record<string, (row: ReadRow) => bigint | null>> = {
  amount: (row) => moneyOf(row)?.amount ?? null,
  cash: (row) => moneyOf(row)?.cash ?? null,
  income: (row) => ('evidence' in row && row.evidence === 'transactions' ? row.income : null),
  expense: (row) => ('evidence' in row && row.evidence === 'transactions' ? row.expense : null),
  raw: (row) => ('evidence' in row && row.evidence === 'deductions' ? row.raw : null),
  deducted: (row) => ('evidence' in row && row.evidence === 'deductions' ? row.deducted : null),
};

function moneyOf(row: ReadRow): { readonly amount: bigint; readonly cash: bigint | null } | null {
  if ('amounts' in row) return row.amounts;
  return 'evidence' in row && row.evidence === 'totals' ? row : null;
}

/**
 * A row of totals is not a record, but it says what the rows before it must add up to. It is compared with
 * their sum since the beginning of the file, or since the last such row.
 */
export class TotalsCheck {
  readonly #summed: readonly {
    readonly field: string;
    readonly index: number;
    /** null until a row has said something. */
    all: bigint | null;
    sinceLast: bigint;
  }[];
  readonly #columns: FieldColumns;
  /** Of a million rows of usage, hence no bigint: nothing is known where it is no longer exact. */
  #usage = 0;
  #usageSinceLast = 0;
  #leftOut = false;

  constructor(columns: FieldColumns) {
    this.#columns = columns;
    this.#summed = [USAGE_FIELD, ...Object.keys(SUMMED)]
      .map((field) => ({
        field,
        index: columns.index(field),
        all: null as bigint | null,
        sinceLast: 0n,
      }))
      .filter(({ index }) => index >= 0);
  }

  see(row: ReadRow): void {
    if ('granularity' in row) {
      this.seeUsage(row.minutesE4 ?? row.seconds * USAGE_UNIT);
      return;
    }
    for (const sum of this.#summed) {
      const value = SUMMED[sum.field]?.(row) ?? null;
      if (value === null) continue;
      sum.all = (sum.all ?? 0n) + value;
      sum.sinceLast += value;
    }
  }

  /** A row of usage, by its quantity x 10^4. */
  seeUsage(quantity: number): void {
    this.#usage += quantity;
    this.#usageSinceLast += quantity;
  }

  /** A record of another product was left out: totals hold it, so they can no longer be compared. */
  leaveOut(): void {
    this.#leftOut = true;
  }

  /** The refusal of a row of totals, with a remark where it says something else than its rows. */
  refuse(cells: readonly string[]): RowRefusal {
    this.#takeUsage();
    const wrong = this.#summed.find((sum) => {
      const printed = this.#printed(cells, sum.index);
      return (
        printed !== null && sum.all !== null && printed !== sum.all && printed !== sum.sinceLast
      );
    });
    for (const sum of this.#summed) sum.sinceLast = 0n;
    const refusal = ignored('rows-total');
    if (!wrong || this.#leftOut) return refusal;
    return {
      ...refusal,
      remark: {
        severity: 'warning',
        code: 'totals-row-differs',
        params: {
          column: this.#columns.header(wrong.field),
          printed: text(this.#printed(cells, wrong.index) ?? 0n),
          computed: text(wrong.all ?? 0n),
        },
      },
    };
  }

  #takeUsage(): void {
    const usage = this.#summed.find(({ field }) => field === USAGE_FIELD);
    if (usage && this.#usage > 0 && Number.isSafeInteger(this.#usage)) {
      usage.all = BigInt(this.#usage) * BigInt(USAGE_UNIT);
      usage.sinceLast = BigInt(this.#usageSinceLast) * BigInt(USAGE_UNIT);
    }
    this.#usageSinceLast = 0;
  }

  #printed(cells: readonly string[], index: number): bigint | null {
    const plain = numberCell(cleanCell(cells[index] ?? ''));
    if (plain === null || isProblem(plain)) return null;
    const scaled = scaledCell(plain, STORED_DECIMALS);
    return isProblem(scaled) ? null : scaled;
  }
}

function text(scaled: bigint): string {
  return toText(fromScaled(scaled, STORED_DECIMALS));
}
