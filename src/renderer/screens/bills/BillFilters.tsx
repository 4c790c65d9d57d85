import { Checkbox, Input } from 'antd';
import { useEffect, useState } from 'react';
import { bucketField, type BillLineFilter } from '../../../shared/contract/bills';
import { ClearSign } from '../../grids/ClearSign';
import { Choice } from '../../components/Choice';
import { useWords } from '../../i18n/use-words';

const ANY = '';
const PAUSE_MS = 250;

/** Narrows the bill; each choice is asked of the engine, so it costs the same at any size. */
export function BillFilters({
  filter,
  onChange,
}: {
  readonly filter: BillLineFilter;
  readonly onChange: (filter: BillLineFilter) => void;
}) {
  const { t, term } = useWords();
  const [text, setText] = useState(filter.text ?? '');
  useEffect(() => {
    if (text === (filter.text ?? '')) return;
    const timer = setTimeout(() => onChange({ ...filter, text: text || undefined }), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, filter, onChange]);
  return (
    <div className="filters" role="search">
      <Input
        value={text}
        onChange={(event) => setText(event.target.value)}
        placeholder={t('filter/text')}
        aria-label={t('filter/text')}
        allowClear={{ clearIcon: <ClearSign /> }}
        style={{ width: 200 }}
      />
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
