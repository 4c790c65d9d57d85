import { Checkbox } from 'antd';
import { bucketField, type BillLineFilter } from '../../../shared/contract/bills';
import { TextFilter } from '../../grids/TextFilter';
import { Choice } from '../../components/Choice';
import { useWords } from '../../i18n/use-words';

const ANY = '';
/** Narrows the bill; each choice is asked of the engine, so it costs the same at any size. */
export function BillFilters({
  filter,
  onChange,
}: {
  readonly filter: BillLineFilter;
  readonly onChange: (filter: BillLineFilter) => void;
}) {
  const { t, term } = useWords();
  return (
    <div className="filters" role="search">
      <TextFilter value={filter.text} onChange={(text) => onChange({ ...filter, text })} />
      <Choice
        label={t('columns/bucket')}
        value={filter.bucket ?? ANY}
        options={[
          { value: ANY, label: t('filter/any', { column: t('columns/bucket') }) },
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
    </div>
  );
}
