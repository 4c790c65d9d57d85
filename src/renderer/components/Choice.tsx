import './Choice.css';

/** One of a few, with the system's own list: the same keys, the same screen reader words everywhere. */
export function Choice<Value extends string>({
  label,
  value,
  options,
  onChange,
  testId,
}: {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value) => void;
  readonly testId?: string;
}) {
  return (
    <span className="choice">
      <select
        aria-label={label}
        title={label}
        value={value}
        data-testid={testId}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.target.value);
          if (chosen) onChange(chosen.value);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <svg viewBox="0 0 8 8" width="8" height="8" aria-hidden="true">
        <path d="M1 2.5 4 5.5 7 2.5" />
      </svg>
    </span>
  );
}
