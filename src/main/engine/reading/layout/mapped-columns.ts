import type { ColumnMapping, ReadableAs } from '../../../../shared/contract/column-mapping';
import { engineError, type EngineError } from '../../../../shared/contract/error';
import { TIERS, type Tier } from '../../../../shared/catalog/tier';
import { invariant } from '../../../../shared/invariant';
import { headerName } from './header-name';
import { missingFields, PROFILES, TIER_FIELD, type ColumnMatch, type Profile } from './profiles';
import type { TierColumn } from './tier-column';

const TIER_PREFIX = `${TIER_FIELD}.`;

/** The field by which a person says that a column holds the usage of one tier: `tier.hd`. */
export const tierField = (tier: Tier): string => `${TIER_PREFIX}${tier}`;

/** The profile of the program as which a mapping reads a file. */
export function profileReadAs(readAs: ReadableAs): Profile {
  const found = PROFILES.find(({ id }) => id === readAs);
  invariant(found, `there is no profile ${readAs}`);
  return found;
}

/** Every field that a column can be mapped to. */
export function mappableFields(profile: Profile): ReadonlySet<string> {
  return new Set([
    ...profile.fieldOf.values(),
    ...(profile.tierColumns ? TIERS.map(tierField) : []),
  ]);
}

/** What is wrong with a mapping whatever file it is for; null: nothing. */
export function mappingProblem({ readAs, columns }: ColumnMapping): EngineError | null {
  const fields = mappableFields(profileReadAs(readAs));
  const taken = new Map<string, string>();
  for (const [column, field] of Object.entries(columns)) {
    if (!fields.has(field))
      return engineError('mapping-invalid', { column, field, context: 'unknown' });
    if (taken.has(field))
      return engineError('mapping-invalid', { column, field, context: 'twice' });
    taken.set(field, column);
  }
  return null;
}

/** How a mapping reads these (compared) column names, and which tier each of its columns of tiers means. */
export interface MappedMatch extends ColumnMatch {
  readonly tiers: readonly (TierColumn | null)[];
}

export function matchMapping(mapping: ColumnMapping, names: readonly string[]): MappedMatch {
  const profile = profileReadAs(mapping.readAs);
  const fieldOf = new Map(
    Object.entries(mapping.columns).map(([column, field]) => [headerName(column), field]),
  );
  const taken = new Set<string>();
  const said = names.map((name) => {
    const field = fieldOf.get(name);
    if (field === undefined || taken.has(field)) return null;
    taken.add(field);
    return field;
  });
  const tiers = said.map((field) =>
    field?.startsWith(TIER_PREFIX) ? columnOfTier(field.slice(TIER_PREFIX.length)) : null,
  );
  return {
    profile,
    fields: said.map((field, index) => (tiers[index] ? TIER_FIELD : field)),
    known: taken.size,
    missing: missingFields(profile, taken, tiers.some(Boolean)),
    tiers,
  };
}

function columnOfTier(name: string): TierColumn | null {
  const tier = TIERS.find((one) => one === name);
  return tier === undefined
    ? null
    : { tier, codec: null, service: null, charging: null, unit: null };
}
