import { Popover } from './Popover';

/** Any number of a list, behind a button that says how many: none chosen means all. */
export function ManyChoice<Value extends string | null>({
  label,
  summary,
  options,
  chosen,
  onChange,
  testId,
}: {
  readonly label: string;
  /** What the button says now. */
  readonly summary: string;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly chosen: readonly Value[];
  readonly onChange: (chosen: readonly Value[]) => void;
  readonly testId?: string;
}) {
  return (
    <Popover label={label} button={summary} marked={chosen.length > 0} testId={testId}>
      {() =>
        options.map((option) => (
          <label key={String(option.value)} className="popover-row">
            <input
              type="checkbox"
              checked={chosen.includes(option.value)}
              onChange={(event) =>
                onChange(
                  event.target.checked
                    ? [...chosen, option.value]
                    : chosen.filter((value) => value !== option.value),
                )
              }
            />
            <span>{option.label}</span>
          </label>
        ))
      }
    </Popover>
  );
}
