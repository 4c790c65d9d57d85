import { AutoComplete, Input } from 'antd';
import { useEngineQuery } from '../../client/engine-query';
import { formatId } from '../../format/decimal-text';
import { isApplicationId } from './application-id';

/** A field for an application's id: one of the known ones, found by its id or its name, or any other. */
export function ApplicationField({
  id,
  testId,
  width,
  value,
  placeholder,
  problemId,
  onChange,
}: {
  readonly id: string;
  readonly testId: string;
  readonly width: number;
  readonly value: string;
  readonly placeholder?: string;
  /** The element that says what is wrong with what stands here; it is there while something is. */
  readonly problemId: string;
  readonly onChange: (text: string) => void;
}) {
  const known = useEngineQuery('imports.applications', {}).data ?? [];
  const wrong = value.trim() !== '' && !isApplicationId(value.trim());
  const typed = value.trim().toLowerCase();
  const options = known.map(({ sdkAppId, name }) => ({
    value: sdkAppId,
    label: name === null ? formatId(sdkAppId) : `${formatId(sdkAppId)} · ${name}`,
    found: `${sdkAppId} ${(name ?? '').toLowerCase()}`,
  }));
  return (
    <AutoComplete
      id={id}
      style={{ width }}
      value={value}
      // What was chosen is a whole id: all others are offered again beside it.
      options={options.filter(
        ({ found, value: whole }) => typed === whole || found.includes(typed),
      )}
      defaultActiveFirstOption={false}
      onChange={onChange}
    >
      <Input
        data-testid={testId}
        placeholder={placeholder}
        status={wrong ? 'error' : ''}
        aria-invalid={wrong}
        aria-describedby={wrong ? problemId : undefined}
      />
    </AutoComplete>
  );
}
