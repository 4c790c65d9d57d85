import { Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import { itemField } from '../../../shared/contract/fields';
import type { UsageFilter } from '../../../shared/contract/usage';
import type { Period } from '../../client/use-month-run';
import { daysOf } from '../../format/day-text';
import { formatId } from '../../format/decimal-text';
import { FilterOf } from '../../grids/FilterOf';
import { useWords } from '../../i18n/use-words';

/** Narrows the use; picture and table follow together. */
export function UsageFilters({
  filter,
  onChange,
  month,
  apps,
  appNames,
}: {
  readonly filter: UsageFilter;
  readonly onChange: (filter: UsageFilter) => void;
  readonly month: Period;
  readonly apps: readonly string[];
  readonly appNames: ReadonlyMap<string, string>;
}) {
  const { t, term, language } = useWords();
  const { i18n } = useTranslation();
  const itemTerms: unknown = i18n.getResource(language, 'terms', 'items');
  const items = Object.keys(itemTerms ?? {}).flatMap((id) => {
    const item = itemField.safeParse(id);
    return item.success ? [{ value: item.data, label: term('items', id) }] : [];
  });
  return (
    <div className="filters" role="search">
      <FilterOf
        column="application"
        options={apps.map((value) => ({
          value,
          label: [appNames.get(value), formatId(value)].filter(Boolean).join(' '),
        }))}
        chosen={filter.sdkAppId}
        onChange={(sdkAppId) => onChange({ ...filter, sdkAppId })}
      />
      <FilterOf
        column="item"
        options={items}
        chosen={filter.item}
        onChange={(item) => onChange({ ...filter, item })}
      />
      <FilterOf
        column="day"
        options={daysOf(month).map((value) => ({ value, label: value }))}
        chosen={filter.day}
        onChange={(day) => onChange({ ...filter, day })}
      />
      <Checkbox
        checked={filter.onlyGaps}
        onChange={(event) => onChange({ ...filter, onlyGaps: event.target.checked })}
      >
        {t('usage:onlyGaps')}
      </Checkbox>
    </div>
  );
}
