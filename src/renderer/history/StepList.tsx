import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { HistoryEntry } from '../../shared/contract/history';
import { walkList } from '../components/walk-list';
import { formatMoment } from '../format/day-text';
import { useWords } from '../i18n/use-words';
import { focusHere } from './focus-here';
import { useEntryText } from './use-step-text';

interface StepListProps {
  readonly rows: readonly HistoryEntry[];
  /** The last step that stands; 0: none does. */
  readonly here: number;
  /** Nothing earlier was left out: the beginning is shown. */
  readonly whole: boolean;
  readonly onGo: (step: number) => void;
}

/** The steps as a list that is walked by the arrow keys, beginning where the workspace stands; Enter goes to one. */
export function StepList({ rows, here, whole, onGo }: StepListProps) {
  const { t } = useWords();
  const list = useRef<HTMLOListElement>(null);
  const [at, setAt] = useState(here);
  // On opening, and where the button that was pressed has nothing left to do.
  useEffect(() => focusHere(list.current), [here]);
  const shown = rows.flatMap((entry) =>
    entry.kind === 'step' && entry.state !== 'dropped' ? [entry.id] : [],
  );
  const beginning = whole && rows.some(({ kind }) => kind === 'step');
  const reached = shown.includes(at) || (beginning && at === 0) ? at : here;
  const rowOf = (step: number) => ({
    here: step === here,
    tabIndex: step === reached ? 0 : -1,
    onFocus: () => setAt(step),
    onGo: () => onGo(step),
  });
  return (
    <ol className="history-steps" reversed ref={list} onKeyDown={walkList}>
      {rows.map((entry) => (
        <li
          key={entry.kind === 'step' ? `step ${entry.id}` : `mark ${entry.seq}`}
          data-testid="history-step"
          data-state={entry.kind === 'step' ? entry.state : 'kept'}
        >
          <Entry entry={entry} {...rowOf(entry.kind === 'step' ? entry.id : -1)} />
        </li>
      ))}
      {beginning && (
        <li>
          <GoButton testId="history-beginning" {...rowOf(0)}>
            <span className="history-name">{t('history:beginning')}</span>
            {here === 0 && <span className="history-state">{t('history:here')}</span>}
          </GoButton>
        </li>
      )}
    </ol>
  );
}

interface Row {
  /** It is the last step that stands. */
  readonly here: boolean;
  readonly tabIndex: number;
  readonly onFocus: () => void;
  readonly onGo: () => void;
}

function Entry({ entry, ...row }: Row & { readonly entry: HistoryEntry }) {
  const { t, language } = useWords();
  const entryText = useEntryText();
  const text = entryText(entry);
  const state = entry.kind === 'step' ? entry.state : 'kept';
  const told = row.here
    ? t('history:here')
    : entry.kind === 'step'
      ? t(`history:states/${entry.state}`)
      : t('history:kept');
  // What simply stands is most of the list: it is said to those who cannot see that it is.
  const usual = state === 'done' && !row.here;
  const cells = (
    <>
      <span className="history-name">{text}</span>
      <span className={usual ? 'visually-hidden' : 'history-state'}>{told}</span>
      <time className="history-time" dateTime={entry.at}>
        {formatMoment(entry.at, language)}
      </time>
    </>
  );
  if (entry.kind === 'mark' || entry.state === 'dropped')
    return <div className={`history-entry history-${state}`}>{cells}</div>;
  return (
    <GoButton
      state={state}
      title={row.here ? undefined : t('history:goTo', { step: text })}
      {...row}
    >
      {cells}
    </GoButton>
  );
}

function GoButton({
  here,
  tabIndex,
  onFocus,
  onGo,
  state = 'done',
  title,
  testId,
  children,
}: Row & {
  readonly state?: string;
  readonly title?: string | undefined;
  readonly testId?: string;
  readonly children: ReactNode;
}) {
  return (
    <button
      type="button"
      className={`history-entry history-${state}`}
      data-pick=""
      data-testid={testId}
      tabIndex={tabIndex}
      aria-current={here ? 'step' : undefined}
      title={title}
      onFocus={onFocus}
      onClick={onGo}
    >
      {children}
    </button>
  );
}
