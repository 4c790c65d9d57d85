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
import { FilterFold } from '../../grids/FilterFold';
import { chipsOf, narrowing } from '../../grids/narrowing';
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
  const words = useWords();
  const { t, term } = words;
  const apps = useAccountApps();
  const { month } = useMonth();
  const items = useItemOptions();

  const narrowings = [
    narrowing(
      words,
      'status',
      statusField.options.map((value) => ({ value, label: term('statuses', value) })),
      filter.status,
      (status) => onChange({ ...filter, status }),
    ),
    narrowing(
      words,
      'cause',
      causeField.options.map((value) => ({ value, label: term('causes', value) })),
      filter.cause,
      (cause) => onChange({ ...filter, cause }),
    ),
    apps.length > 0 &&
      narrowing(
        words,
        'application',
        apps.map(({ sdkAppId, name }) => ({
          value: sdkAppId,
          label: name === undefined ? formatId(sdkAppId) : `${name} ${formatId(sdkAppId)}`,
        })),
        filter.sdkAppId,
        (sdkAppId) => onChange({ ...filter, sdkAppId }),
      ),
    narrowing(words, 'item', items, filter.item, (item) => onChange({ ...filter, item })),
    narrowing(
      words,
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
        words,
        'period',
        daysOf(month).map((value) => ({ value, label: value })),
        filter.periodStart,
        (periodStart) => onChange({ ...filter, periodStart }),
      ),
  ].filter((one) => one !== null && one !== false);
  const chips = chipsOf(narrowings);
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
      {narrowings.map(({ control }) => control)}
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
