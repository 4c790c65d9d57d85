import type { ColumnMapping } from '../../../../shared/contract/column-mapping';
import { linesBetween, splitRecords } from '../text/csv-records';
import { headerName } from './header-name';
import { matchMapping } from './mapped-columns';
import { matchColumns, PROFILES, refusedExport, type ColumnMatch } from './profiles';
import { headerFingerprint, mappingOf } from './saved-profile';
import type { Override } from './stated-facts';
import type { TierColumn } from './tier-column';

const DELIMITERS = [',', '\t', ';', '|'] as const;
/** A header stands within the first lines and has enough known names to be no coincidence. */
export const HEADER_WITHIN = 20;
const ENOUGH_KNOWN = 5;

/** A row that may be the header, and how its columns would be read. */
export interface HeaderFound {
  readonly delimiter: string;
  /** Number of the record, from 0. */
  readonly record: number;
  readonly match: ColumnMatch & { readonly tiers?: readonly (TierColumn | null)[] };
  /** null: by a profile of the program. */
  readonly mapping: ColumnMapping | null;
  /** The profile that would have read it too, and with fewer columns; null: no other. */
  readonly passedOver: PassedOver | null;
}

export type PassedOver =
  | { readonly by: 'program'; readonly profile: string }
  | { readonly by: 'profile'; readonly name: string };

export interface HeaderSearch {
  readonly best: HeaderFound | null;
  readonly refused: string | null;
}

/** A row of the head that may be the header. */
export interface HeadRow {
  readonly delimiter: string;
  readonly record: number;
  readonly cells: readonly string[];
}

/** The rows among which the header is, for each delimiter that is possible; what is said of both is heeded. */
export function headRows(
  head: string,
  whole: boolean,
  { delimiter, headerLine }: NonNullable<Override['said']> = {},
): HeadRow[] {
  return (delimiter === undefined ? DELIMITERS : [delimiter]).flatMap((one) => {
    const { cells, starts } = splitRecords(head, one, whole);
    const first = headerLine === undefined ? 0 : recordOnLine(head, starts, headerLine);
    if (first < 0) return [];
    const rows = cells.slice(first, headerLine === undefined ? HEADER_WITHIN : first + 1);
    return rows.flatMap((row, at) =>
      row.length < 2 ? [] : [{ delimiter: one, record: first + at, cells: row }],
    );
  });
}

function recordOnLine(head: string, starts: readonly number[], line: number): number {
  return starts.findIndex((start) => 1 + linesBetween(head, 0, start) === line);
}

/**
 * Looks for the header by what was said, by the profiles of the program, and by the saved ones. A saved profile
 * never takes the place of one of the program that reads the same header as well.
 */
export function searchHeader(head: string, whole: boolean, override: Override): HeaderSearch {
  const { said, saved = [] } = override;
  let [program, mapped]: [HeaderFound | null, HeaderFound | null] = [null, null];
  let refused: string | null = null;
  for (const { delimiter, record, cells } of headRows(head, whole, said)) {
    const names = cells.map(headerName);
    refused ??= refusedExport(new Set(names));
    const found = { delimiter, record, passedOver: null };
    const mappings = said?.mapping
      ? [said.mapping]
      : saved.filter(({ fingerprint }) => fingerprint === headerFingerprint(cells)).map(mappingOf);
    for (const mapping of mappings) {
      const match = matchMapping(mapping, names);
      if (match.known > 0) mapped = better({ ...found, match, mapping }, mapped);
    }
    if (said?.mapping) continue;
    for (const profile of PROFILES) {
      const match = matchColumns(profile, names);
      if (match.known >= ENOUGH_KNOWN)
        program = better({ ...found, match, mapping: null }, program);
    }
  }
  return { best: chosen(program, mapped), refused };
}

/** The one with fewer needed columns missing, then with more known ones; the one before where they are equal. */
function better(found: HeaderFound, before: HeaderFound | null): HeaderFound {
  if (!before) return found;
  const missing = found.match.missing.length - before.match.missing.length;
  if (missing !== 0) return missing < 0 ? found : before;
  return found.match.known > before.match.known ? found : before;
}

function chosen(program: HeaderFound | null, mapped: HeaderFound | null): HeaderFound | null {
  if (!program || !mapped) return program ?? mapped;
  const name = mapped.mapping?.profile?.name ?? '';
  if (program.match.missing.length > 0) return mapped;
  // Both read it: whichever knows more of its columns; the program's own where they are equal.
  return mapped.match.missing.length === 0 && mapped.match.known > program.match.known
    ? { ...mapped, passedOver: { by: 'program', profile: program.match.profile.id } }
    : { ...program, passedOver: { by: 'profile', name } };
}
