import { ManyChoice } from '../components/ManyChoice';
import { useWords } from '../i18n/use-words';

/** A column narrowed to any of some values; none chosen: not narrowed. */
export function FilterOf<Value extends string | null>({
  column,
  options,
  chosen = [],
  onChange,
}: {
  /** Key of the column's title. */
  readonly column: string;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly chosen: readonly Value[] | undefined;
  readonly onChange: (chosen: Value[] | undefined) => void;
}) {
  const { t } = useWords();
  const title = t(`columns/${column}`);
  const only = options.find(({ value }) => value === chosen[0])?.label ?? String(chosen[0]);
  return (
    <ManyChoice
      label={title}
      summary={
        chosen.length === 0
          ? t('filter/any', { column: title })
          : chosen.length === 1
            ? only
            : t('filter/some', { column: title, count: chosen.length })
      }
      options={options}
      chosen={chosen}
      onChange={(values) => onChange(values.length === 0 ? undefined : [...values])}
      testId={`filter-${column}`}
    />
  );
}
