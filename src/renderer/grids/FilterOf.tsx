import { ManyChoice } from '../components/ManyChoice';
import { useWords } from '../i18n/use-words';

export interface FilterOption<Value extends string | null> {
  readonly value: Value;
  readonly label: string;
}

/** The one value that is chosen, by its name; null where there are none or more. */
export function onlyChosen<Value extends string | null>(
  options: readonly FilterOption<Value>[],
  chosen: readonly Value[],
): string | null {
  if (chosen.length !== 1) return null;
  return options.find(({ value }) => value === chosen[0])?.label ?? String(chosen[0]);
}

/** A column narrowed to any of some values; none chosen: not narrowed. */
export function FilterOf<Value extends string | null>({
  column,
  options,
  chosen = [],
  onChange,
}: {
  /** Key of the column's title. */
  readonly column: string;
  readonly options: readonly FilterOption<Value>[];
  readonly chosen: readonly Value[] | undefined;
  readonly onChange: (chosen: Value[] | undefined) => void;
}) {
  const { t } = useWords();
  const title = t(`columns/${column}`);
  return (
    <ManyChoice
      label={title}
      summary={
        chosen.length === 0
          ? t('filter/any', { column: title })
          : (onlyChosen(options, chosen) ??
            t('filter/some', { column: title, count: chosen.length }))
      }
      options={options}
      chosen={chosen}
      onChange={(values) => onChange(values.length === 0 ? undefined : [...values])}
      testId={`filter-${column}`}
    />
  );
}
