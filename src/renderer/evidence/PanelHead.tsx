import { Button } from 'antd';
import { useContext, useEffect, useRef, type ReactNode } from 'react';
import { PANEL_COVERS, RowStepsContext } from '../grids/row-steps';
import { useWords } from '../i18n/use-words';
import { useMedia } from '../state/use-media';

/** What a panel is about, and the ways out of it: closed beside the grid; over the grid, back to it or one row on. */
export function PanelHead({
  heading,
  lead,
  onClose,
}: {
  readonly heading: string;
  readonly lead?: ReactNode;
  readonly onClose: () => void;
}) {
  const { t } = useWords();
  const covers = useMedia(PANEL_COVERS);
  const { previous, next } = useContext(RowStepsContext);
  const back = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const at = document.activeElement;
    // The row that was opened cannot be seen any more, and a step that is no more possible cannot keep the focus.
    if (covers && (at === document.body || at?.matches('.grid-screen-list *, :disabled')))
      back.current?.querySelector('button')?.focus();
  }, [covers, previous, next]);
  return (
    <>
      {covers && (
        <div className="detail-over" ref={back}>
          <Button onClick={onClose} data-testid="panel-back">
            <span aria-hidden="true">‹</span> {t('grid:panel/back')}
          </Button>
          <span className="topbar-space" />
          <Button disabled={!previous} onClick={previous ?? undefined} data-testid="panel-previous">
            {t('grid:panel/previous')}
          </Button>
          <Button disabled={!next} onClick={next ?? undefined} data-testid="panel-next">
            {t('grid:panel/next')}
          </Button>
        </div>
      )}
      <header className="detail-head">
        <div>
          <h2>{heading}</h2>
          {lead !== undefined && <p className="muted">{lead}</p>}
        </div>
        {!covers && (
          <Button type="text" onClick={onClose}>
            {t('explain/close')}
          </Button>
        )}
      </header>
    </>
  );
}
