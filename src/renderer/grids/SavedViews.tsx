import { Button, Input } from 'antd';
import { useState } from 'react';
import type { SavedView } from '../../shared/contract/views';
import { useEngineMutation, useEngineQuery } from '../client/engine-query';
import { Popover } from '../components/Popover';
import { veiledDigits } from '../format/privacy';
import { useWords } from '../i18n/use-words';

/** Named views of a grid, kept in the workspace: one press shows the same rows, order and columns again. */
export function SavedViews<View extends SavedView>({
  grid,
  current,
  onApply,
}: {
  readonly grid: View['grid'];
  /** What the grid shows now, to be kept under a name. */
  readonly current: View;
  readonly onApply: (view: View) => void;
}) {
  const { t } = useWords();
  const views = useEngineQuery('views.list', { grid });
  const save = useEngineMutation('views.save');
  const remove = useEngineMutation('views.remove');
  const [name, setName] = useState('');
  const isOfGrid = (view: SavedView): view is View => view.grid === grid;
  const keep = () => {
    if (name.trim() === '') return;
    save.mutate({ name, view: current });
    setName('');
  };
  return (
    <Popover label={t('grid:views')} button={t('grid:views')} end testId="views">
      {(close) => (
        <>
          {views.data?.length === 0 && <p className="popover-row muted">{t('grid:noViews')}</p>}
          {views.data?.map(({ name: title, view }) => (
            <div key={title} className="popover-row">
              <button
                type="button"
                className="link popover-name"
                onClick={() => {
                  if (isOfGrid(view)) onApply(view);
                  close();
                }}
              >
                {veiledDigits(title)}
              </button>
              <button
                type="button"
                aria-label={t('grid:forget', { name: veiledDigits(title) })}
                onClick={({ currentTarget }) => {
                  // The button goes with its view, and Escape must still be heard in the panel.
                  currentTarget.closest('.popover-panel')?.querySelector('input')?.focus();
                  remove.mutate({ grid, name: title });
                }}
              >
                ×
              </button>
            </div>
          ))}
          <div className="popover-foot">
            <Input
              size="small"
              value={name}
              maxLength={80}
              placeholder={t('grid:viewName')}
              aria-label={t('grid:viewName')}
              onChange={(event) => setName(event.target.value)}
              onPressEnter={keep}
            />
            <Button size="small" type="primary" disabled={name.trim() === ''} onClick={keep}>
              {t('grid:keep')}
            </Button>
          </div>
        </>
      )}
    </Popover>
  );
}
