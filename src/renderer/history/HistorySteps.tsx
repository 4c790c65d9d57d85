import { Button } from 'antd';
import type { HistoryEntry } from '../../shared/contract/history';
import { ask, errorOf } from '../client/engine-query';
import { usePages } from '../client/use-pages';
import { Notice } from '../components/Notice';
import { Loading } from '../components/Placeholder';
import { formatMoment } from '../format/day-text';
import { useWords } from '../i18n/use-words';
import { useHistoryMoves } from './use-history-moves';
import { useEntryText, useStepText } from './use-step-text';
import './History.css';

const PAGE = 100;

/** Every named step with its time, the newest first: what stands, what is undone, and where the workspace is. */
export function HistorySteps() {
  const { t, error } = useWords();
  const stepText = useStepText();
  const { move, goTo } = useHistoryMoves();
  const { first, rows, total, readOn, query } = usePages(['history.list'], PAGE, (page) =>
    ask('history.list', page),
  );
  if (query.isError) return <Notice tone="error">{error(errorOf(query.error))}</Notice>;
  if (!first) return <Loading label={t('loading')} />;
  const { undo, redo } = first;
  if (total === 0) return <p className="muted">{t('history:empty')}</p>;
  const steps = rows.some(({ kind }) => kind === 'step');
  return (
    <>
      <p className="history-moves">
        <Button
          size="small"
          disabled={!undo}
          data-testid="history-undo"
          onClick={() => void move('undo')}
        >
          {undo ? t('history:undoStep', { step: stepText(undo) }) : t('history:undo')}
        </Button>
        <Button
          size="small"
          disabled={!redo}
          data-testid="history-redo"
          onClick={() => void move('redo')}
        >
          {redo ? t('history:redoStep', { step: stepText(redo) }) : t('history:redo')}
        </Button>
      </p>
      <ol className="history-steps" reversed>
        {rows.map((entry) => (
          <Entry
            key={entry.kind === 'step' ? `step ${entry.id}` : `mark ${entry.seq}`}
            entry={entry}
            here={entry.kind === 'step' && entry.id === undo?.id}
            goTo={goTo}
          />
        ))}
        {rows.length === total && steps && (
          <li>
            <button
              type="button"
              className="history-entry"
              data-testid="history-beginning"
              disabled={!undo}
              onClick={() => void goTo(0)}
              aria-current={undo ? undefined : 'step'}
            >
              <span className="history-name">{t('history:beginning')}</span>
              {!undo && <span className="history-state">{t('history:here')}</span>}
            </button>
          </li>
        )}
      </ol>
      {readOn && (
        <Button size="small" type="text" onClick={readOn}>
          {t('history:more')}
        </Button>
      )}
      {rows.some((entry) => entry.kind === 'step' && entry.state === 'dropped') && (
        <p className="muted history-hint">{t('history:droppedHint')}</p>
      )}
    </>
  );
}

function Entry({
  entry,
  here,
  goTo,
}: {
  readonly entry: HistoryEntry;
  /** It is the last step that stands. */
  readonly here: boolean;
  readonly goTo: (step: number) => Promise<void>;
}) {
  const { t, language } = useWords();
  const entryText = useEntryText();
  const text = entryText(entry);
  const state = entry.kind === 'step' ? entry.state : 'kept';
  const told = here
    ? t('history:here')
    : entry.kind === 'step'
      ? t(`history:states/${entry.state}`)
      : t('history:kept');
  const row = (
    <>
      <span className="history-name">{text}</span>
      <span className="history-state">{told}</span>
      <time className="history-time" dateTime={entry.at}>
        {formatMoment(entry.at, language)}
      </time>
    </>
  );
  const look = `history-entry history-${state}`;
  if (entry.kind === 'mark' || entry.state === 'dropped')
    return (
      <li data-testid="history-step" data-state={state}>
        <div className={look}>{row}</div>
      </li>
    );
  return (
    <li data-testid="history-step" data-state={state}>
      <button
        type="button"
        className={look}
        aria-current={here ? 'step' : undefined}
        title={here ? undefined : t('history:goTo', { step: text })}
        onClick={() => void goTo(entry.id)}
      >
        {row}
      </button>
    </li>
  );
}
