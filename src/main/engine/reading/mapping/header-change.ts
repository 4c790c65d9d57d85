import type { HeaderChange } from '../../../../shared/contract/mapping';
import { fitOf } from '../cells/cell-form';
import { headerName } from '../layout/header-name';
import { nameLikeness } from './name-likeness';
import type { SavedProfile } from '../layout/saved-profile';

/** A header that shares fewer of its columns with a profile is another header. */
const SHARED = 0.6;
const ALIKE = 0.5;

interface Table {
  readonly header: readonly string[];
  readonly sample: readonly (readonly string[])[];
}

/** The newest version of each profile. */
function newest(saved: readonly SavedProfile[]): SavedProfile[] {
  const byName = new Map<string, SavedProfile>();
  for (const profile of saved) {
    const before = byName.get(profile.name);
    if (!before || before.version < profile.version) byName.set(profile.name, profile);
  }
  return [...byName.values()];
}

function sharedOf(profile: SavedProfile, names: ReadonlySet<string>): number {
  const own = profile.columns.map(({ header }) => headerName(header));
  const shared = own.filter((name) => names.has(name)).length;
  return shared / Math.max(own.length, names.size, 1);
}

/** The saved profile whose header this nearly is, and what has changed; null: it is like none. */
export function headerChange(table: Table, saved: readonly SavedProfile[]): HeaderChange | null {
  const names = new Set(table.header.map(headerName));
  const [best] = newest(saved)
    .map((profile) => ({ profile, shared: sharedOf(profile, names) }))
    .filter(({ shared }) => shared >= SHARED)
    .toSorted((a, b) => b.shared - a.shared);
  return best ? changeOf(best.profile, table, names) : null;
}

function changeOf(
  profile: SavedProfile,
  { header, sample }: Table,
  names: ReadonlySet<string>,
): HeaderChange {
  const before = new Set(profile.columns.map((column) => headerName(column.header)));
  const gone = profile.columns.filter((column) => !names.has(headerName(column.header)));
  const added = new Set(header.filter((name) => !before.has(headerName(name))));
  const renamed: { from: string; to: string }[] = [];
  for (const { header: from, field } of gone) {
    const place = profile.columns.findIndex((column) => column.header === from);
    const to = [...added].find((name) => {
      const column = header.indexOf(name);
      const cells = sample.map((row) => row[column] ?? '');
      if (field !== null && fitOf(field, cells).fit === 'against') return false;
      return column === place || nameLikeness(from, name) >= ALIKE;
    });
    if (to === undefined) continue;
    added.delete(to);
    renamed.push({ from, to });
  }
  const taken = new Set(renamed.map(({ from }) => from));
  return {
    profileId: profile.id,
    name: profile.name,
    version: profile.version,
    added: [...added],
    gone: gone.map((column) => column.header).filter((name) => !taken.has(name)),
    renamed,
  };
}
