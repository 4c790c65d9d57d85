import { Checkbox } from 'antd';
import { bucketField, type BillLineFilter } from '../../../shared/contract/bills';
import { Choice } from '../../components/Choice';
import { FilterFold } from '../../grids/FilterFold';
import { TextFilter } from '../../grids/TextFilter';
import { useWords } from '../../i18n/use-words';

const ANY = '';

/** Narrows the bill; each choice is asked of the engine, so it costs the same at any size. */
export function BillFilters({
  filter,
  onChange,
  beside,
}: {
  readonly filter: BillLineFilter;
  readonly onChange: (filter: BillLineFilter) => void;
  /** A line is shown beside the grid. */
  readonly beside: boolean;
}) {
  const { t, term } = useWords();
  const column = t('columns/bucket');
  const chips = [
    ...(filter.bucket === undefined
      ? []
      : [
          {
            key: 'bucket',
            text: t('grid:filters/one', { column, value: term('buckets', filter.bucket) }),
            onRemove: () => onChange({ ...filter, bucket: undefined }),
          },
        ]),
    ...(filter.onlyFindings
      ? [
          {
            key: 'findings',
            text: t('bills/onlyFindings'),
            onRemove: () => onChange({ ...filter, onlyFindings: false }),
          },
        ]
      : []),
  ];
  return (
    <FilterFold
      search={<TextFilter value={filter.text} onChange={(text) => onChange({ ...filter, text })} />}
      chips={chips}
      beside={beside}
    >
      <Choice
        label={column}
        testId="filter-bucket"
        value={filter.bucket ?? ANY}
        options={[
          { value: ANY, label: t('filter/any', { column }) },
          ...bucketField.options.map((value) => ({ value, label: term('buckets', value) })),
        ]}
        onChange={(value) =>
          onChange({ ...filter, bucket: bucketField.options.find((bucket) => bucket === value) })
        }
      />
      <Checkbox
        checked={filter.onlyFindings}
        onChange={(event) => onChange({ ...filter, onlyFindings: event.target.checked })}
      >
        {t('bills/onlyFindings')}
      </Checkbox>
    </FilterFold>
  );
}
