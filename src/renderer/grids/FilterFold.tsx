import { useId, useRef, useState, type ReactNode } from 'react';
import { useWords } from '../i18n/use-words';
import './FilterFold.css';

/** A filter that narrows the rows now. */
export interface FilterChip {
  readonly key: string;
  readonly text: string;
  readonly onRemove: () => void;
}

/**
 * The filters of a grid. Where there is room they all stand in view; in a narrow grid they fold behind one button, and
 * what narrows the rows is told by chips, each of which can be taken away. `search` is always in view.
 */
export function FilterFold({
  search,
  chips,
  beside,
  children,
}: {
  readonly search: ReactNode;
  readonly chips: readonly FilterChip[];
  /** A panel stands beside the grid: when it comes, the rows need the room, and the filters fold again. */
  readonly beside: boolean;
  readonly children: ReactNode;
}) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  const [wasBeside, setWasBeside] = useState(beside);
  if (wasBeside !== beside) {
    setWasBeside(beside);
    if (beside) setOpen(false);
  }
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  return (
    <div className={open ? 'filters filters-open' : 'filters'} role="search">
      {search}
      <button
        ref={button}
        type="button"
        className={`popover-button filters-button${chips.length > 0 ? ' popover-marked' : ''}`}
        aria-expanded={open}
        aria-controls={id}
        data-testid="filters-fold"
        onClick={() => setOpen(!open)}
      >
        <span>
          {chips.length === 0
            ? t('grid:filters/title')
            : t('grid:filters/some', { count: chips.length })}
        </span>
        <svg viewBox="0 0 8 8" width="8" height="8" aria-hidden="true">
          <path d="M1 2.5 4 5.5 7 2.5" />
        </svg>
      </button>
      {chips.length > 0 && (
        <ul
          className="filters-chips"
          aria-label={t('grid:filters/active')}
          data-testid="filter-chips"
        >
          {chips.map(({ key, text, onRemove }) => (
            <li key={key}>
              <button
                type="button"
                aria-label={t('grid:filters/remove', { filter: text })}
                title={text}
                onClick={() => {
                  onRemove();
                  // The chip goes; who came by keyboard stays where the filters are.
                  button.current?.focus();
                }}
              >
                <span>{text}</span>
                <svg viewBox="0 0 8 8" width="8" height="8" aria-hidden="true">
                  <path d="M1.5 1.5l5 5M6.5 1.5l-5 5" />
                </svg>
              </button>
            </li>
          ))}
        </ul>
      )}
      <div
        id={id}
        className="filters-all"
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || !open) return;
          event.stopPropagation();
          setOpen(false);
          button.current?.focus();
        }}
      >
        {children}
      </div>
    </div>
  );
}
