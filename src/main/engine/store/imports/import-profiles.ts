import { READABLE_AS } from '../../../../shared/contract/column-mapping';
import { invariant } from '../../../../shared/invariant';
import { headerFingerprint, type SavedProfile } from '../../reading/layout/saved-profile';
import type { ReadableDb, WritableDb } from '../workspace/connection';

interface ProfileRow {
  id: bigint;
  name: string;
  version: bigint;
  read_as: string;
  fingerprint: string;
  columns: string;
  saved_at: string;
}

/** Every version of every saved profile, by name, the newest version first. */
export function savedProfiles(db: ReadableDb): SavedProfile[] {
  return db
    .prepare<ProfileRow>('SELECT * FROM import_profiles ORDER BY name, version DESC')
    .all()
    .flatMap((row) => {
      const readAs = READABLE_AS.find((one) => one === row.read_as);
      // Saved by a program that could read more: it waits for one that can.
      if (readAs === undefined) return [];
      return [
        {
          id: Number(row.id),
          name: row.name,
          version: Number(row.version),
          readAs,
          fingerprint: row.fingerprint,
          columns: JSON.parse(row.columns) as SavedProfile['columns'],
          savedAt: row.saved_at,
        },
      ];
    });
}

export type NewProfile = Pick<SavedProfile, 'name' | 'readAs' | 'columns'>;

/**
 * Saves a mapping as the next version of its name. The same name, header and fields once more is the version
 * that is there. `savedAt`: UTC, ISO 8601.
 */
export function saveProfile(
  db: WritableDb,
  { name, readAs, columns }: NewProfile,
  savedAt: string,
): { readonly saved: SavedProfile; readonly known: boolean } {
  const fingerprint = headerFingerprint(columns.map(({ header }) => header));
  const json = JSON.stringify(columns.map(({ header, field }) => ({ header, field })));
  return db
    .transaction(() => {
      const versions = savedProfiles(db).filter((profile) => profile.name === name);
      const known = versions.find(
        (profile) => profile.readAs === readAs && JSON.stringify(profile.columns) === json,
      );
      if (known) return { saved: known, known: true };
      const version = 1 + Math.max(0, ...versions.map((profile) => profile.version));
      db.prepare(
        `INSERT INTO import_profiles (name, version, read_as, fingerprint, columns, saved_at)
         VALUES (?, ?, ?, ?, ?, ?)`,
      ).run(name, version, readAs, fingerprint, json, savedAt);
      const saved = savedProfiles(db).find(
        (profile) => profile.name === name && profile.version === version,
      );
      invariant(saved, 'the profile that was just saved is not there');
      return { saved, known: false };
    })
    .immediate();
}

/** False: there is no such profile. */
export function removeProfile(db: WritableDb, profileId: number): boolean {
  return db.prepare('DELETE FROM import_profiles WHERE id = ?').run(profileId).changes > 0;
}
