import { Input, type InputRef } from 'antd';
import { useId, useRef, useState } from 'react';
import { useWords } from '../i18n/use-words';
import { dayByFieldKey, todayHere } from './calendar-month';
import { CalendarPage } from './CalendarPage';
import { DAY_SHAPE, isWrittenDay, writtenDay } from './written-day';
import './Days.css';

export interface DayInputProps {
  /** As typed; a day only where it is written YYYY-MM-DD. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** What the day is of: names the calendar, and the field where no label does. */
  readonly label: string;
  readonly id?: string;
  readonly ownLabel?: boolean;
  /** Where keys and calendar begin while nothing is written: today, unless said. */
  readonly start?: string;
  readonly placeholder?: string;
  readonly tone?: 'error' | 'warning' | '';
  readonly describedBy?: string | undefined;
  readonly testId?: string;
  /** The place of the field in a form of the account. */
  readonly field?: string;
  readonly onLeave?: () => void;
}

/**
 * A day, always written YYYY-MM-DD: the system's own date fields follow the system's language, not Recount's.
 * The up and down keys step by a day, the page keys by a month; the calendar opens by its button.
 */
export function DayInput({
  value,
  onChange,
  label,
  id,
  ownLabel = false,
  start = todayHere(),
  placeholder = DAY_SHAPE,
  tone = '',
  describedBy,
  testId,
  field,
  onLeave,
}: DayInputProps) {
  const { t } = useWords();
  const calendar = useId();
  const input = useRef<InputRef>(null);
  const page = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  const day = isWrittenDay(value) ? value : null;
  const settle = () => {
    const meant = writtenDay(value);
    if (meant !== value) onChange(meant);
  };
  const place = () => {
    const box = input.current?.nativeElement?.getBoundingClientRect();
    if (box && page.current) placeBelow(page.current, box);
  };
  return (
    <>
      <Input
        ref={input}
        id={id}
        className="day-input"
        value={value}
        placeholder={placeholder}
        status={tone}
        aria-label={ownLabel ? label : undefined}
        aria-invalid={tone === 'error'}
        aria-describedby={describedBy}
        inputMode="numeric"
        spellCheck={false}
        autoComplete="off"
        data-testid={testId}
        data-field={field}
        onChange={(event) => onChange(event.target.value)}
        onBlur={() => {
          settle();
          onLeave?.();
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') settle();
          const next = dayByFieldKey(event.key, day ?? start);
          if (next === null || event.altKey || event.ctrlKey || event.metaKey) return;
          event.preventDefault();
          event.stopPropagation();
          onChange(day === null ? start : next);
        }}
        suffix={
          <button
            type="button"
            className="day-button"
            aria-label={t('days:choose', { of: label })}
            title={t('days:choose', { of: label })}
            popoverTarget={calendar}
          >
            <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
              <path d="M2.5 4h11v9.5h-11zM2.5 7h11M5.5 2.2V5M10.5 2.2V5" />
            </svg>
          </button>
        }
      />
      <div
        ref={page}
        id={calendar}
        popover="auto"
        role="dialog"
        aria-label={label}
        className="calendar"
        onBeforeToggle={place}
        onToggle={(event) => setOpen(event.newState === 'open')}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.key !== 'Escape') return;
          event.preventDefault();
          page.current?.hidePopover();
          input.current?.focus();
        }}
      >
        {open && (
          <CalendarPage
            day={day}
            start={start}
            onChoose={(chosen) => {
              onChange(chosen);
              page.current?.hidePopover();
              input.current?.focus();
            }}
          />
        )}
      </div>
    </>
  );
}

const GAP = 4;
/** The height of six weeks, so that the page need not be drawn to find its place. */
const PAGE_HEIGHT = 272;
const PAGE_WIDTH = 248;

function placeBelow(page: HTMLElement, field: DOMRect): void {
  const { innerWidth, innerHeight } = window;
  const below = field.bottom + GAP;
  const top = below + PAGE_HEIGHT <= innerHeight ? below : field.top - GAP - PAGE_HEIGHT;
  page.style.top = `${Math.max(GAP, top)}px`;
  page.style.left = `${Math.max(GAP, Math.min(field.left, innerWidth - PAGE_WIDTH - GAP))}px`;
}
