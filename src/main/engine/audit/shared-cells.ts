import type { CoverageCell } from '../../../shared/contract/coverage';

/**
 * Cells of a calendar, each as one object however often it comes, and so for whole rows of them. Thousands of
 * applications have few different rows, and between processes an object goes over once, however many places name it.
 */
export class SharedCells {
  readonly #cells = new Map<string, CoverageCell>();
  readonly #rows = new Map<string, CoverageCell[]>();
  readonly #places = new Map<CoverageCell, number>();

  row(cells: readonly CoverageCell[]): CoverageCell[] {
    const shared = cells.map((cell) => this.#cell(cell));
    const key = shared.map((cell) => this.#places.get(cell)).join(' ');
    const known = this.#rows.get(key);
    if (known) return known;
    this.#rows.set(key, shared);
    return shared;
  }

  #cell(cell: CoverageCell): CoverageCell {
    const key = keyOf(cell);
    const known = this.#cells.get(key);
    if (known) return known;
    this.#cells.set(key, cell);
    this.#places.set(cell, this.#places.size);
    return cell;
  }
}

/** Made for each day of each application: only names of files can hold anything that has to be told apart. */
function keyOf({ day, status, atRisk, minutesAtRisk, sources, files }: CoverageCell): string {
  return `${day} ${status} ${atRisk ?? ''} ${minutesAtRisk ?? ''} ${sources.join()} ${JSON.stringify(files)}`;
}
