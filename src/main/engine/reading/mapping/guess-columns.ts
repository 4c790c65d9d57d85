import hints from '../../../../../resources/import-profiles/words/field-hints.json';
import type { ReadableAs } from '../../../../shared/contract/column-mapping';
import type { ColumnGuess } from '../../../../shared/contract/mapping';
import { fitOf } from '../cells/cell-form';
import { headerName } from '../layout/header-name';
import { guessDays } from './guess-days';
import { fieldNeeds } from './mappable-fields';
import { profileReadAs } from '../layout/mapped-columns';
import { nameLikeness } from './name-likeness';
import { tierColumn } from '../layout/tier-column';

const HINTS: Readonly<Record<string, readonly string[] | undefined>> = hints;
/** Less than this is no guess. */
const ENOUGH = 0.5;
/** What cells say by themselves, and what they add to a name that says the same. */
const BY_CELLS = 0.55;
const CELLS_AGREE = 0.2;
/** A name that people use is worth a little less than one that the provider prints. */
const HINT = 0.9;

interface Named {
  readonly score: number;
  readonly by: string;
  readonly exact: boolean;
}

/** The known name of a field that a column's name is most like. */
function likestName(column: string, field: string, aliases: readonly string[]): Named {
  let best: Named = { score: 0, by: '', exact: false };
  const see = (by: string, weight: number) => {
    const likeness = nameLikeness(column, by);
    if (likeness * weight > best.score)
      best = { score: likeness * weight, by, exact: likeness === 1 };
  };
  for (const alias of aliases) see(alias, 1);
  for (const hint of HINTS[field] ?? []) see(hint, HINT);
  return best;
}

function guess(
  column: number,
  field: string,
  named: Named,
  cells: readonly string[],
): ColumnGuess | null {
  const { fit, example } = fitOf(field, cells);
  if (fit === 'against') return null;
  if (named.score >= ENOUGH)
    return {
      column,
      field,
      score: named.score + (fit === 'telling' ? CELLS_AGREE : 0),
      why: named.exact ? 'name' : 'similar',
      by: named.by,
    };
  return fit === 'telling' ? { column, field, score: BY_CELLS, why: 'values', by: example } : null;
}

/**
 * Which column might mean which field of this kind of file, by the names that are known and by what the cells
 * look like; each column and each field at most once, the surest first.
 */
export function guessColumns(
  readAs: ReadableAs,
  header: readonly string[],
  sample: readonly (readonly string[])[],
): ColumnGuess[] {
  const profile = profileReadAs(readAs);
  const aliases = new Map<string, string[]>();
  for (const [alias, field] of profile.fieldOf)
    aliases.set(field, [...(aliases.get(field) ?? []), alias]);
  const cellsOf = header.map((_, column) => sample.map((cells) => cells[column] ?? ''));
  const needs = fieldNeeds(readAs);
  const all = header.flatMap((name, column): ColumnGuess[] => {
    if (headerName(name) === '') return [];
    const cells = cellsOf[column] ?? [];
    const tier = profile.tierColumns ? tierColumn(name) : null;
    return needs.flatMap(({ field }) => {
      const named: Named =
        tier && field === `tier.${tier.tier}` && tier.charging !== 'free'
          ? { score: 1, by: name, exact: true }
          : likestName(name, field, aliases.get(field) ?? []);
      return guess(column, field, named, cells) ?? [];
    });
  });
  const [columns, fields] = [new Set<number>(), new Set<string>()];
  const surest = all
    .toSorted((a, b) => b.score - a.score || a.column - b.column)
    .filter(({ column, field }) => {
      if (columns.has(column) || fields.has(field)) return false;
      columns.add(column);
      fields.add(field);
      return true;
    });
  return [...surest, ...guessDays(needs, cellsOf, surest)];
}
