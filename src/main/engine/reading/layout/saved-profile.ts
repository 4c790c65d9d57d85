import { createHash } from 'node:crypto';
import type { ColumnMapping, ReadableAs } from '../../../../shared/contract/column-mapping';
import { headerName } from './header-name';

/** A mapping that was saved, with the whole header it was made for. */
export interface SavedProfile {
  readonly id: number;
  readonly name: string;
  readonly version: number;
  readonly readAs: ReadableAs;
  readonly fingerprint: string;
  readonly columns: readonly { readonly header: string; readonly field: string | null }[];
  /** UTC, ISO 8601. */
  readonly savedAt: string;
}

/** What a header is recognised by: its compared column names, in whatever order. */
export function headerFingerprint(header: readonly string[]): string {
  const names = [...new Set(header.map(headerName))].filter((name) => name !== '').toSorted();
  return createHash('sha256').update(JSON.stringify(names)).digest('hex');
}

/** The mapping that a saved profile is. */
export function mappingOf({ name, version, readAs, columns }: SavedProfile): ColumnMapping {
  return {
    readAs,
    columns: Object.fromEntries(
      columns.flatMap(({ header, field }) => (field === null ? [] : [[header, field]])),
    ),
    profile: { name, version },
  };
}
