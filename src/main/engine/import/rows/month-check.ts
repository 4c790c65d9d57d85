import type { Issue } from '../../../../shared/issue';
import type { BillRow } from '../../reading/rows/bill-reader';
import type { ExportName } from '../../reading/layout/export-name';

/**
 * Holds the lines of a bill against the month and the basis in the name of its file: by usage they were used
 * in that month, by deduction they were charged in it. Only settlement lines: corrections and packages go
 * by other rules.
 */
export class MonthCheck {
  readonly #name: ExportName | null;
  #count = 0;
  #line = 0;

  constructor(name: ExportName | null) {
    this.#name = name;
  }

  see(row: BillRow, line: () => number): void {
    const { basis, month } = this.#name ?? {};
    if (!basis || row.bucket !== 'settlement') return;
    const day = basis === 'usage' ? row.times.usageStart : row.times.chargedAt;
    if (day === null || Number(day.slice(0, 4) + day.slice(5, 7)) === month) return;
    if (this.#count === 0) this.#line = line();
    this.#count += 1;
  }

  /** What is to be said; null where the name is right. */
  issue(file: string): Issue | null {
    if (this.#count === 0 || !this.#name) return null;
    const month = String(this.#name.month);
    return {
      severity: 'warning',
      code:
        this.#name.basis === 'usage' ? 'rows-used-in-other-month' : 'rows-charged-in-other-month',
      params: { count: this.#count, month: `${month.slice(0, 4)}-${month.slice(4)}` },
      origin: { file, line: this.#line },
    };
  }
}
