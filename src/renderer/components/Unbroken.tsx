/** Days, months and how they are written; a line may otherwise end after a hyphen. */
const UNITS = /(\d{4}-\d{2}(?:-\d{2})?|YYYY-MM-DD)/;

/** A sentence whose days are never broken over two lines. */
export function Unbroken({ text }: { readonly text: string }) {
  return text.split(UNITS).map((part, index) =>
    index % 2 === 1 ? (
      <span key={index} className="unbroken">
        {part}
      </span>
    ) : (
      part
    ),
  );
}
