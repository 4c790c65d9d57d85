import type { ImportStep } from '../store/history/record-step';
import type { Forecast } from '../../../shared/contract/import-changes';
import type { Override } from '../reading/layout/stated-facts';

/** How one file, or one table of it, is imported. */
export interface ImportOptions {
  readonly signal: AbortSignal;
  /** Bytes read so far, of all. */
  readonly onProgress: (done: number, total: number) => void;
  /** So many more rows were compared, marked or kept, while it is decided what the import means beside others. */
  readonly onSettling?: ((rows: number) => void) | undefined;
  /** Import id of the first part of the same file; undefined: this is the first. */
  readonly exportId?: number | undefined;
  /** Other parts of the same file follow. */
  readonly more?: boolean | undefined;
  /** The export of which the same bytes may be here already; null: of none; undefined: of any. */
  readonly hereAs?: number | null | undefined;
  /** What the user says of the file that neither its rows nor its name do. */
  readonly override?: Override | undefined;
  /** Let it count instead of the imports that it restates. */
  readonly replace?: boolean | undefined;
  /** The built row-worker.ts, to be used whatever the file's size; undefined: as large files need it. */
  readonly worker?: string | undefined;
  /** Read rows as text also where they could be read by their bytes, which has to give the same. */
  readonly asText?: boolean | undefined;
  /** The step of the history that this is a part of; undefined: one of its own. */
  readonly step?: ImportStep | undefined;
  /** The caller's transaction is open already, and ends with it; a table that fails leaves nothing in it. */
  readonly within?: boolean | undefined;
  /** Only tell what changes: the caller takes everything back at the end. Always `within`. */
  readonly rehearsal?: ((forecast: Forecast, importId: number) => void) | undefined;
}
