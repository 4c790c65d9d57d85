import { Button } from 'antd';
import { useState, type KeyboardEvent } from 'react';
import type { HistoryStep } from '../../shared/contract/history';
import { ask, errorOf } from '../client/engine-query';
import { usePages } from '../client/use-pages';
import { Notice } from '../components/Notice';
import { Loading } from '../components/Placeholder';
import { historyMoveOfKey } from '../decisions/verdict';
import { MoreRows } from '../grids/MoreRows';
import { useWords } from '../i18n/use-words';
import type { Said } from '../state/notices';
import { StepList } from './StepList';
import { useHistoryMoves, type Direction } from './use-history-moves';
import { useStepText } from './use-step-text';
import './History.css';

const PAGE = 100;

/** Every named step with its time, the newest first: what stands, what is undone, and where the workspace is. */
export function HistorySteps() {
  const words = useWords();
  const { t, error } = words;
  const [failure, setFailure] = useState<Said | null>(null);
  // What was refused is told where it was asked for: the window's own notices are behind this dialog.
  const { move, goTo } = useHistoryMoves((said) => setFailure(() => said));
  const { first, rows, total, readOn, query } = usePages(['history.list'], PAGE, (page) =>
    ask('history.list', page),
  );
  if (query.isError) return <Notice tone="error">{error(errorOf(query.error))}</Notice>;
  if (!first) return <Loading label={t('loading')} />;
  const { undo, redo } = first;
  if (total === 0) return <p className="muted">{t('history:empty')}</p>;

  const attempt = (work: Promise<void>) => {
    setFailure(null);
    void work;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const direction = historyMoveOfKey(event.nativeEvent);
    if (!direction) return;
    event.preventDefault();
    event.stopPropagation();
    attempt(move(direction));
  };
  return (
    <div className="history-in-steps" onKeyDown={onKeyDown}>
      <p className="muted">{t('history:lead')}</p>
      <p className="history-moves">
        <MoveButton direction="undo" step={undo} onMove={() => attempt(move('undo'))} />
        <MoveButton direction="redo" step={redo} onMove={() => attempt(move('redo'))} />
      </p>
      {failure && (
        <Notice tone="error" dismiss={{ label: t('notice/dismiss'), run: () => setFailure(null) }}>
          {failure(words)}
        </Notice>
      )}
      <StepList
        rows={rows}
        here={undo?.id ?? 0}
        whole={rows.length === total}
        onGo={(step) => attempt(goTo(step))}
      />
      <MoreRows shown={rows.length} total={total} readOn={readOn} testId="history-more" />
      {rows.some((entry) => entry.kind === 'step' && entry.state === 'dropped') && (
        <p className="muted history-hint">{t('history:droppedHint')}</p>
      )}
    </div>
  );
}

/** Disabled where there is nothing, which is then all that it says. */
function MoveButton({
  direction,
  step,
  onMove,
}: {
  readonly direction: Direction;
  readonly step: HistoryStep | null;
  readonly onMove: () => void;
}) {
  const { t } = useWords();
  const stepText = useStepText();
  const label = step ? t(`history:${direction}Step`, { step: stepText(step) }) : null;
  return (
    <Button
      size="small"
      disabled={!step}
      data-testid={`history-${direction}`}
      title={label ?? undefined}
      onClick={onMove}
    >
      {label ?? t(`history:${direction}`)}
    </Button>
  );
}
