import type { Account } from '../../../shared/account/account';
import type { Coverage, CoveragePage } from '../../../shared/contract/coverage';
import { displayWidth } from '../../../shared/contract/display-width';
import type { ImportSummary } from '../../../shared/contract/imports';
import { ZERO, decimal, toText, type Decimal } from '../../../shared/money/decimal';
import type { CoverageRow } from '../../../shared/settlement/coverage';
import { SharedCells } from './shared-cells';

/** Rows of a calendar as they are handed on, counted and added up as they come. */
export class CoverageRows {
  readonly #rows: Coverage['rows'] = [];
  readonly #counts = { present: 0, missing: 0, double: 0, 'not-final': 0, none: 0 };
  readonly #shared = new SharedCells();
  readonly #appNames: ReadonlyMap<string, string | undefined>;
  readonly #fileNames: ReadonlyMap<number, string>;
  /** Null where a gap cannot be priced: a sum of the others would say too little. */
  #atRisk: Decimal | null = ZERO;

  constructor(account: Account, files: readonly Pick<ImportSummary, 'id' | 'fileName'>[]) {
    this.#appNames = new Map(account.apps.map(({ sdkAppId, name }) => [sdkAppId, name]));
    this.#fileNames = new Map(files.map(({ id, fileName }) => [id, fileName]));
  }

  add({ sdkAppId, kind, cells }: CoverageRow): void {
    for (const { status, atRisk } of cells) {
      this.#counts[status] += 1;
      if (status === 'missing') this.#atRisk = plus(this.#atRisk, atRisk);
    }
    const shared = cells.map((cell) => ({
      ...cell,
      atRisk: cell.atRisk && toText(cell.atRisk),
      sources: [...cell.sources],
      files: cell.files.map((id) => this.#fileNames.get(id) ?? String(id)),
    }));
    const appName = this.#appNames.get(sdkAppId) ?? null;
    this.#rows.push({ sdkAppId, appName, kind, cells: this.#shared.row(shared) });
  }

  summed(): Pick<Coverage, 'rows' | 'atRisk' | 'missing' | 'double' | 'notFinal'> {
    const { missing, double, 'not-final': notFinal } = this.#counts;
    return {
      rows: this.#rows,
      atRisk: this.#atRisk && toText(this.#atRisk),
      missing,
      double,
      notFinal,
    };
  }
}

function plus(sum: Decimal | null, amount: Decimal | null): Decimal | null {
  return sum === null || amount === null ? null : sum.plus(amount);
}

/** How much an application asks to be looked at; see COVERAGE_ORDERS. */
interface Urgency {
  readonly rows: Coverage['rows'];
  readonly group: 'missing' | 'unpriced' | 'double' | 'rest';
  readonly atRisk: Decimal;
}

const GROUPS: readonly Urgency['group'][] = ['missing', 'unpriced', 'double', 'rest'];

/** The rows of a calendar in the order `gaps`; `rows` are by application. The rows of an application stay together. */
export function gapsFirst(rows: Coverage['rows']): Coverage['rows'] {
  const apps: Coverage['rows'][] = [];
  for (const row of rows) {
    const last = apps.at(-1);
    if (last?.[0]?.sdkAppId === row.sdkAppId) last.push(row);
    else apps.push([row]);
  }
  // Equal ones stay in their order.
  return apps
    .map(urgencyOf)
    .sort(
      (a, b) => GROUPS.indexOf(a.group) - GROUPS.indexOf(b.group) || b.atRisk.comparedTo(a.atRisk),
    )
    .flatMap((app) => app.rows);
}

function urgencyOf(rows: Coverage['rows']): Urgency {
  let group: Urgency['group'] = 'rest';
  let atRisk: Decimal | null = ZERO;
  for (const { cells } of rows)
    for (const cell of cells) {
      if (cell.status === 'double' && group === 'rest') group = 'double';
      if (cell.status !== 'missing') continue;
      group = 'missing';
      atRisk = plus(atRisk, cell.atRisk === null ? null : decimal(cell.atRisk));
    }
  return atRisk === null ? { rows, group: 'unpriced', atRisk: ZERO } : { rows, group, atRisk };
}

/** The id and the name that take most place. */
export function widestOf(rows: Coverage['rows']): CoveragePage['widest'] {
  let widest: CoveragePage['widest'] = { sdkAppId: '', appName: null };
  for (const { sdkAppId, appName } of rows) {
    if (displayWidth(sdkAppId) > displayWidth(widest.sdkAppId)) widest = { ...widest, sdkAppId };
    if (appName !== null && displayWidth(appName) > displayWidth(widest.appName ?? ''))
      widest = { ...widest, appName };
  }
  return widest;
}
