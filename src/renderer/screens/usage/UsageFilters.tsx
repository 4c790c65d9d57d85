import { Checkbox } from 'antd';
import type { UsageFilter } from '../../../shared/contract/usage';
import type { Period } from '../../client/use-month-run';
import { useItemOptions } from '../../client/use-item-options';
import { daysOf } from '../../format/day-text';
import { formatId } from '../../format/decimal-text';
import { FilterFold } from '../../grids/FilterFold';
import { chipsOf, narrowing } from '../../grids/narrowing';
import { useWords } from '../../i18n/use-words';

/** Narrows the use; picture and table follow together. */
export function UsageFilters({
  filter,
  onChange,
  month,
  apps,
  appNames,
  beside,
}: {
  readonly filter: UsageFilter;
  readonly onChange: (filter: UsageFilter) => void;
  readonly month: Period;
  readonly apps: readonly string[];
  readonly appNames: ReadonlyMap<string, string>;
  /** The rows of a file are shown beside the grid. */
  readonly beside: boolean;
}) {
  const words = useWords();
  const { t } = words;
  const items = useItemOptions();
  const narrowings = [
    narrowing(
      words,
      'application',
      apps.map((value) => ({
        value,
        label: [appNames.get(value), formatId(value)].filter(Boolean).join(' '),
      })),
      filter.sdkAppId,
      (sdkAppId) => onChange({ ...filter, sdkAppId }),
    ),
    narrowing(words, 'item', items, filter.item, (item) => onChange({ ...filter, item })),
    narrowing(
      words,
      'day',
      daysOf(month).map((value) => ({ value, label: value })),
      filter.day,
      (day) => onChange({ ...filter, day }),
    ),
  ];
  const gaps = {
    key: 'gaps',
    text: t('usage:onlyGaps'),
    onRemove: () => onChange({ ...filter, onlyGaps: false }),
  };
  return (
    <FilterFold
      search={null}
      chips={[...chipsOf(narrowings), ...(filter.onlyGaps ? [gaps] : [])]}
      beside={beside}
    >
      {narrowings.map(({ control }) => control)}
      <Checkbox
        checked={filter.onlyGaps}
        onChange={(event) => onChange({ ...filter, onlyGaps: event.target.checked })}
      >
        {t('usage:onlyGaps')}
      </Checkbox>
    </FilterFold>
  );
}
