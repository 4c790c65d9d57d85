import { Checkbox } from 'antd';
import type { ComparisonFilter } from '../../../shared/contract/audits';
import { verdictField } from '../../../shared/contract/decision-records';
import { causeField, statusField } from '../../../shared/contract/fields';
import { useAccountApps } from '../../client/use-account-apps';
import { useItemOptions } from '../../client/use-item-options';
import { formatId } from '../../format/decimal-text';
import { daysOf } from '../../format/day-text';
import { TextFilter } from '../../grids/TextFilter';
import { Choice } from '../../components/Choice';
import { GROUPINGS, type Grouping } from '../../../shared/contract/groups';
import { useMonth } from '../../state/month';
import { FilterOf } from '../../grids/FilterOf';
import { useWords } from '../../i18n/use-words';

/** Narrows the grid; each choice is asked of the engine, so it costs the same at any size. */
export function DifferenceFilters({
  filter,
  onChange,
  group,
  onGroup,
}: {
  readonly filter: ComparisonFilter;
  readonly onChange: (filter: ComparisonFilter) => void;
  readonly group: Grouping | null;
  readonly onGroup: (group: Grouping | null) => void;
}) {
  const { t, term } = useWords();
  const apps = useAccountApps();
  const { month } = useMonth();
  const items = useItemOptions();

  return (
    <div className="filters" role="search">
      <TextFilter value={filter.text} onChange={(text) => onChange({ ...filter, text })} />
      <FilterOf
        column="status"
        options={statusField.options.map((value) => ({ value, label: term('statuses', value) }))}
        chosen={filter.status}
        onChange={(status) => onChange({ ...filter, status })}
      />
      <FilterOf
        column="cause"
        options={causeField.options.map((value) => ({ value, label: term('causes', value) }))}
        chosen={filter.cause}
        onChange={(cause) => onChange({ ...filter, cause })}
      />
      {apps.length > 0 && (
        <FilterOf
          column="application"
          options={apps.map(({ sdkAppId, name }) => ({
            value: sdkAppId,
            label: name === undefined ? formatId(sdkAppId) : `${name} ${formatId(sdkAppId)}`,
          }))}
          chosen={filter.sdkAppId}
          onChange={(sdkAppId) => onChange({ ...filter, sdkAppId })}
        />
      )}
      <FilterOf
        column="item"
        options={items}
        chosen={filter.item}
        onChange={(item) => onChange({ ...filter, item })}
      />
      <FilterOf
        column="decision"
        options={[...verdictField.options, null].map((value) => ({
          value,
          label: t(`decisions:verdicts/${value ?? 'none'}`),
        }))}
        chosen={filter.decision}
        onChange={(decision) => onChange({ ...filter, decision })}
      />
      {month && (
        <FilterOf
          column="period"
          options={daysOf(month).map((value) => ({ value, label: value }))}
          chosen={filter.periodStart}
          onChange={(periodStart) => onChange({ ...filter, periodStart })}
        />
      )}
      <Choice
        label={t('grid:group/label')}
        testId="group-by"
        value={group ?? 'none'}
        options={['none' as const, ...GROUPINGS].map((value) => ({
          value,
          label: t(`grid:group/${value}`),
        }))}
        onChange={(value) => onGroup(value === 'none' ? null : value)}
      />
      <Checkbox
        checked={filter.onlyDiscrepancies}
        onChange={(event) => onChange({ ...filter, onlyDiscrepancies: event.target.checked })}
      >
        {t('filter/onlyDifferences')}
      </Checkbox>
    </div>
  );
}
