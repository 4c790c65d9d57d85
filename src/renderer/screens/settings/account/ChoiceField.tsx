import { Choice } from '../../../components/Choice';

/** A choice with its label above it, in line with the text fields. */
export function ChoiceField<Value extends string>({
  label,
  bare = false,
  ...choice
}: {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value) => void;
  readonly testId?: string;
  readonly bare?: boolean;
}) {
  return (
    <div className="account-field">
      {!bare && (
        <span className="muted" aria-hidden="true">
          {label}
        </span>
      )}
      <Choice label={label} {...choice} />
    </div>
  );
}
