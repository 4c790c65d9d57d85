import type {
  BillLineRow,
  ChargeRow,
  ComparisonRow,
  DrawdownRow,
  Run,
} from '../../../shared/contract/audits';
import type { BridgePartRow } from '../../../shared/contract/bridges';
import type { Coverage } from '../../../shared/contract/coverage';
import type { RestatedRowView } from '../../../shared/contract/import-changes';
import type { ImportSummary } from '../../../shared/contract/imports';
import type { Account } from '../../../shared/account/account';
import type { z } from 'zod';
import type { decisionSchema } from '../../../shared/contract/decision-records';
import type { SignOffAct } from '../../../shared/contract/sign-off';
import type { Issue } from '../../../shared/issue';
import type { BridgeDimension } from '../../../shared/reconcile/bridge/bridge-by';
import type { PriceBook } from '../../../shared/pricing/price-book';

/** One file a run stands on. Paths are where the file was when it was imported. */
export type ReportInput = Pick<
  ImportSummary,
  | 'path'
  | 'fileName'
  | 'sha256'
  | 'profile'
  | 'encoding'
  | 'rows'
  | 'accepted'
  | 'quarantined'
  | 'duplicates'
  | 'ignored'
>;

/** One row that the provider changed, with the names of the two files. */
export interface RestatedChange {
  readonly newer: string;
  readonly older: string;
  readonly row: RestatedRowView;
}

/** A decision as a report shows it. */
export type DecisionNote = Pick<z.infer<typeof decisionSchema>, 'verdict' | 'note' | 'dueOn'>;

/**
 * Everything a report shows, from one stored run. The big lists are read row by row, so that a report of
 * a million charges needs no more memory than one of ten.
 */
export interface ReportSource {
  readonly run: Omit<Run, 'current' | 'id'>;
  /** As it was when the run was made. */
  readonly account: Account;
  /** The account's name as stated; null where the run assumed an account. */
  readonly accountName: string | null;
  readonly accountStated: boolean;
  readonly policy: Readonly<Record<string, unknown>>;
  /** The very book the run was made with. */
  readonly priceBook: PriceBook;
  /** Names the secret behind the pseudonyms; null: ids stand as they are. */
  readonly maskedWith: string | null;
  readonly inputs: readonly ReportInput[];
  /** What people decided, by the id of the comparison. It may change after the run. */
  readonly decisions: ReadonlyMap<string, DecisionNote>;
  /** Who signed the period, oldest first. */
  readonly signOff: readonly SignOffAct[];
  /** Discrepancies only, by period, application and item. */
  readonly discrepancies: () => Iterable<ComparisonRow>;
  readonly charges: () => Iterable<ChargeRow>;
  readonly drawdowns: () => Iterable<DrawdownRow>;
  /** The way from expected to billed of each month, application or item. */
  readonly bridges: (by: BridgeDimension) => readonly BridgePartRow[];
  /** Which days of the period are there. `asOf`: UTC, ISO 8601; a day that was not final then may be by now. */
  readonly coverage: (asOf: string) => Coverage;
  /** What the provider changed between exports of the period, row by row. */
  readonly restated: () => Iterable<RestatedChange>;
  /** The lines that the run compared or put beside the comparison. */
  readonly billLines: () => Iterable<BillLineRow>;
  /** Of the computation and of the files it stands on. */
  readonly issues: () => Iterable<Issue>;
}
