import { useEffect, useRef, useState } from 'react';
import { formatDay, formatMonth } from '../format/day-text';
import { useWords } from '../i18n/use-words';
import { dayByPageKey, firstWeekday, monthsLater, todayHere, weeksOf } from './calendar-month';

/** One month to choose a day from: by pointer, or by the keys of a grid with one place in the tab order. */
export function CalendarPage({
  day,
  start,
  onChoose,
}: {
  /** The chosen day; null: none yet. */
  readonly day: string | null;
  /** Where the page opens when none is chosen. */
  readonly start: string;
  readonly onChoose: (day: string) => void;
}) {
  const { t, language } = useWords();
  const [at, setAt] = useState(day ?? start);
  const page = useRef<HTMLTableElement>(null);
  // The focus goes where keys lead, and stays on the buttons that turn the page.
  const follow = useRef(true);
  useEffect(() => {
    if (follow.current) page.current?.querySelector<HTMLElement>('button[tabindex="0"]')?.focus();
    follow.current = false;
  }, [at]);
  const firstOfWeek = firstWeekday(language);
  const weeks = weeksOf(at, firstOfWeek);
  const weekday = new Intl.DateTimeFormat(language, { timeZone: 'UTC', weekday: 'narrow' });
  const weekdayName = new Intl.DateTimeFormat(language, { timeZone: 'UTC', weekday: 'long' });
  const today = todayHere();
  return (
    <>
      <div className="calendar-head">
        <button
          type="button"
          aria-label={t('days:monthBefore')}
          onClick={() => setAt(monthsLater(at, -1))}
        >
          ‹
        </button>
        <strong aria-live="polite">{formatMonth(at, language)}</strong>
        <button
          type="button"
          aria-label={t('days:monthAfter')}
          onClick={() => setAt(monthsLater(at, 1))}
        >
          ›
        </button>
      </div>
      <table
        ref={page}
        role="grid"
        aria-label={formatMonth(at, language)}
        className="calendar-page"
        onKeyDown={(event) => {
          const next = dayByPageKey(event.key, at, firstOfWeek);
          if (next === null) return;
          event.preventDefault();
          event.stopPropagation();
          follow.current = true;
          setAt(next);
        }}
      >
        <thead>
          <tr>
            {weeks[0]?.map((each) => (
              <th key={each} scope="col" abbr={weekdayName.format(new Date(each))}>
                {weekday.format(new Date(each))}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]}>
              {week.map((each) => (
                <td key={each} aria-selected={each === day}>
                  <button
                    type="button"
                    tabIndex={each === at ? 0 : -1}
                    data-day={each}
                    className={each.slice(0, 7) === at.slice(0, 7) ? undefined : 'calendar-outside'}
                    // What is seen comes first: whoever speaks to the window says that (WCAG 2.5.3).
                    aria-label={`${Number(each.slice(8))}, ${formatDay(each, language)}`}
                    aria-current={each === today ? 'date' : undefined}
                    onClick={() => onChoose(each)}
                  >
                    {Number(each.slice(8))}
                  </button>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
