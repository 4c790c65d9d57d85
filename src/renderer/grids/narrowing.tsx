import type { ReactNode } from 'react';
import type { Words } from '../i18n/use-words';
import type { FilterChip } from './FilterFold';
import { FilterOf, onlyChosen, type FilterOption } from './FilterOf';

/** One column that can be narrowed: its control, and its chip where it narrows the rows. */
export interface Narrowing {
  readonly column: string;
  readonly control: ReactNode;
  readonly chip: FilterChip | null;
}

/** A column narrowed to any of some values. */
export function narrowing<Value extends string | null>(
  { t }: Words,
  column: string,
  options: readonly FilterOption<Value>[],
  chosen: readonly Value[] | undefined,
  onChange: (chosen: Value[] | undefined) => void,
): Narrowing {
  const title = t(`columns/${column}`);
  const count = chosen?.length ?? 0;
  const only = onlyChosen(options, chosen ?? []);
  const text =
    only === null
      ? t('filter/some', { column: title, count })
      : t('grid:filters/one', { column: title, value: only });
  return {
    column,
    control: (
      <FilterOf
        key={column}
        column={column}
        options={options}
        chosen={chosen}
        onChange={onChange}
      />
    ),
    chip: count === 0 ? null : { key: column, text, onRemove: () => onChange(undefined) },
  };
}

/** The chips of those that narrow the rows now. */
export function chipsOf(narrowings: readonly Narrowing[]): readonly FilterChip[] {
  return narrowings.flatMap(({ chip }) => chip ?? []);
}
