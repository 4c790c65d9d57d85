import type { Site } from '../../../../shared/catalog/site';
import type { TotalsDimension } from './evidence-row';
import type { ImportKind } from '../../../../shared/contract/import-kind';
import type { UsageSource } from '../../../../shared/usage/usage-series';
import { invariant } from '../../../../shared/invariant';
import { headerName } from './header-name';
import { tierColumn } from './tier-column';

/** One export format as data: which column name means which field. resources/import-profiles. */
interface ProfileFile {
  readonly id: string;
  readonly kind: ImportKind;
  readonly site: Site;
  readonly source?: UsageSource;
  /** Of a summary bill: what each of its lines adds up. */
  readonly dimension?: TotalsDimension;
  /** A bill in the FOCUS specification's columns. */
  readonly focus?: true;
  /** Decimals to which the export prints its amounts where that is not 8. */
  readonly amountDecimals?: number;
  /** Amounts are integers of the hundredth part (the billing API's money movements). */
  readonly inCents?: true;
  /** Each tier has a column of its own, recognised by the words of its header (words/tier-columns.json). */
  readonly tierColumns?: true;
  /** Rows are what users received, from which usage is computed for all of them together. */
  readonly segments?: true;
  readonly required: readonly string[];
  readonly requiredOneOf: readonly (readonly string[])[];
  readonly columns: Readonly<Record<string, readonly string[]>>;
}

export interface Profile extends Omit<ProfileFile, 'columns'> {
  /** Compared column name -> field. */
  readonly fieldOf: ReadonlyMap<string, string>;
}

/** An export that is recognised and not read, told by its columns. */
interface RefusedFile {
  readonly id: string;
  readonly any?: readonly string[];
  readonly all?: readonly string[];
  readonly none?: readonly string[];
}

const PROFILE_FILES = import.meta.glob<ProfileFile>(
  '../../../../../resources/import-profiles/*.json',
  { eager: true, import: 'default' },
);
const REFUSED_FILES = import.meta.glob<readonly RefusedFile[]>(
  '../../../../../resources/import-profiles/refused/*.json',
  { eager: true, import: 'default' },
);

function profileOf(file: ProfileFile): Profile {
  const fieldOf = new Map<string, string>();
  for (const [field, aliases] of Object.entries(file.columns))
    for (const alias of aliases) {
      const name = headerName(alias);
      const known = fieldOf.get(name);
      invariant(known === undefined || known === field, `${file.id}: ${alias} means two fields`);
      fieldOf.set(name, field);
    }
  return { ...file, fieldOf };
}

export const PROFILES: readonly Profile[] = Object.values(PROFILE_FILES).map(profileOf);

const REFUSED = Object.values(REFUSED_FILES)
  .flat()
  .map((file) => ({
    id: file.id,
    any: (file.any ?? []).map(headerName),
    all: (file.all ?? []).map(headerName),
    none: (file.none ?? []).map(headerName),
  }));

/** Which known but unsupported export has these (compared) column names; null when none. */
export function refusedExport(names: ReadonlySet<string>): string | null {
  const found = REFUSED.find(
    (kind) =>
      (kind.any.length === 0 || kind.any.some((name) => names.has(name))) &&
      kind.all.every((name) => names.has(name)) &&
      !kind.none.some((name) => names.has(name)),
  );
  return found?.id ?? null;
}

/** What a column of a tier is until it is known which item it stands for (tier-layout.ts). */
export const TIER_FIELD = 'tier';

export interface ColumnMatch {
  readonly profile: Profile;
  /** Field of each column; null: carried along, not read. */
  readonly fields: readonly (string | null)[];
  readonly known: number;
  /** Required fields for which there is no column. */
  readonly missing: readonly string[];
}

/** How a profile would read these (compared) column names. A field goes to the first column that names it. */
export function matchColumns(profile: Profile, names: readonly string[]): ColumnMatch {
  const taken = new Set<string>();
  let tiers = 0;
  const fields = names.map((name) => {
    const field = profile.fieldOf.get(name);
    if (field === undefined || taken.has(field)) {
      const tier = field === undefined && profile.tierColumns && tierColumn(name) !== null;
      if (tier) tiers += 1;
      return tier ? TIER_FIELD : null;
    }
    taken.add(field);
    return field;
  });
  return {
    profile,
    fields,
    known: taken.size + tiers,
    missing: missingFields(profile, taken, tiers > 0),
  };
}

/** Fields that a profile needs and that are not among these; of several that will do, the first. */
export function missingFields(
  profile: Profile,
  taken: ReadonlySet<string>,
  hasTiers: boolean,
): string[] {
  return [
    ...profile.required.filter((field) => !taken.has(field)),
    ...profile.requiredOneOf
      .filter((group) => !group.some((field) => taken.has(field)))
      .map((group) => group[0] ?? ''),
    ...(profile.tierColumns && !hasTiers ? [TIER_FIELD] : []),
  ];
}
