import { useEffect, useId, useRef, useState } from 'react';
import './ManyChoice.css';

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
  const [open, setOpen] = useState(false);
  const id = useId();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!open) return;
    place.current?.querySelector<HTMLInputElement>('input')?.focus();
    const closeOutside = (event: PointerEvent) => {
      if (event.target instanceof Node && !place.current?.contains(event.target)) setOpen(false);
    };
    document.addEventListener('pointerdown', closeOutside);
    return () => document.removeEventListener('pointerdown', closeOutside);
  }, [open]);
  return (
    <div
      ref={place}
      className="many-choice"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return;
        event.stopPropagation();
        setOpen(false);
        place.current?.querySelector('button')?.focus();
      }}
    >
      <button
        type="button"
        className={chosen.length > 0 ? 'many-choice-button many-choice-set' : 'many-choice-button'}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        data-testid={testId}
        onClick={() => setOpen(!open)}
      >
        <span>{summary}</span>
        <svg viewBox="0 0 8 8" width="8" height="8" aria-hidden="true">
          <path d="M1 2.5 4 5.5 7 2.5" />
        </svg>
      </button>
      {open && (
        <div id={id} className="many-choice-list" role="group" aria-label={label}>
          {options.map((option) => (
            <label key={String(option.value)}>
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
          ))}
        </div>
      )}
    </div>
  );
}
