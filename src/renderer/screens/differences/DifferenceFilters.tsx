import { Checkbox } from 'antd';
import { Fragment } from 'react';
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
import { FilterFold } from '../../grids/FilterFold';
import { FilterOf, onlyChosen, type FilterOption } from '../../grids/FilterOf';
import { useWords } from '../../i18n/use-words';

/** Narrows the grid; each choice is asked of the engine, so it costs the same at any size. */
export function DifferenceFilters({
  filter,
  onChange,
  group,
  onGroup,
  beside,
}: {
  readonly filter: ComparisonFilter;
  readonly onChange: (filter: ComparisonFilter) => void;
  readonly group: Grouping | null;
  readonly onGroup: (group: Grouping | null) => void;
  /** A difference is explained beside the grid. */
  readonly beside: boolean;
}) {
  const { t, term } = useWords();
  const apps = useAccountApps();
  const { month } = useMonth();
  const items = useItemOptions();

  const narrowings = [
    narrowing(
      'status',
      statusField.options.map((value) => ({ value, label: term('statuses', value) })),
      filter.status,
      (status) => onChange({ ...filter, status }),
    ),
    narrowing(
      'cause',
      causeField.options.map((value) => ({ value, label: term('causes', value) })),
      filter.cause,
      (cause) => onChange({ ...filter, cause }),
    ),
    apps.length > 0 &&
      narrowing(
        'application',
        apps.map(({ sdkAppId, name }) => ({
          value: sdkAppId,
          label: name === undefined ? formatId(sdkAppId) : `${name} ${formatId(sdkAppId)}`,
        })),
        filter.sdkAppId,
        (sdkAppId) => onChange({ ...filter, sdkAppId }),
      ),
    narrowing('item', items, filter.item, (item) => onChange({ ...filter, item })),
    narrowing(
      'decision',
      [...verdictField.options, null].map((value) => ({
        value,
        label: t(`decisions:verdicts/${value ?? 'none'}`),
      })),
      filter.decision,
      (decision) => onChange({ ...filter, decision }),
    ),
    month &&
      narrowing(
        'period',
        daysOf(month).map((value) => ({ value, label: value })),
        filter.periodStart,
        (periodStart) => onChange({ ...filter, periodStart }),
      ),
  ].filter((one) => one !== null && one !== false);
  const chips = narrowings.flatMap(({ column, only, count, clear }) => {
    if (count === 0) return [];
    const title = t(`columns/${column}`);
    const text =
      only === null
        ? t('filter/some', { column: title, count })
        : t('grid:filters/one', { column: title, value: only });
    return [{ key: column, text, onRemove: clear }];
  });
  const grouped = group && {
    key: 'group',
    text: t(`grid:group/${group}`),
    onRemove: () => onGroup(null),
  };

  return (
    <FilterFold
      search={<TextFilter value={filter.text} onChange={(text) => onChange({ ...filter, text })} />}
      chips={grouped ? [...chips, grouped] : chips}
      beside={beside}
    >
      {narrowings.map(({ column, control }) => (
        <Fragment key={column}>{control}</Fragment>
      ))}
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
    </FilterFold>
  );
}

/** One column that can be narrowed: its control, and what its chip says. */
function narrowing<Value extends string | null>(
  column: string,
  options: readonly FilterOption<Value>[],
  chosen: readonly Value[] | undefined,
  onChange: (chosen: Value[] | undefined) => void,
) {
  return {
    column,
    only: onlyChosen(options, chosen ?? []),
    count: chosen?.length ?? 0,
    clear: () => onChange(undefined),
    control: <FilterOf column={column} options={options} chosen={chosen} onChange={onChange} />,
  };
}
