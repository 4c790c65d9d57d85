import type { ImportOverride } from '../../../shared/contract/imports';
import type { ReadableDb } from '../store/workspace/connection';
import { savedProfiles } from '../store/imports/import-profiles';
import type { Override } from '../reading/layout/stated-facts';

/** What the user says of files now, and what was saved before; `db` null: there is no workspace. */
export function withSaved(db: ReadableDb | null, override: ImportOverride = {}): Override {
  return db ? { ...override, saved: savedProfiles(db) } : override;
}
