import { Button } from '../../components/Button';
import { folderOf, workspaceName } from '../../format/workspace-place';
import { useWords } from '../../i18n/use-words';
import { useSettings } from '../../state/settings';
import type { useWorkspaceActions } from '../../state/use-workspace-actions';
import './FirstRun.css';

/** Letters of a folder; the rest of a long one is in its tool tip. */
const FOLDER = 60;

/** An empty window is one big drop zone with three offers. */
export function FirstRun({
  actions,
}: {
  readonly actions: ReturnType<typeof useWorkspaceActions>;
}) {
  const { t } = useWords();
  const { settings } = useSettings();
  return (
    <div className="first-run">
      <div className="first-run-zone" data-testid="drop-zone">
        <h1>{t('firstRun/title')}</h1>
        <p className="muted">{t('firstRun/lead')}</p>
        <ul className="first-run-offers">
          <li>
            <h2>{t('firstRun/files')}</h2>
            <p className="muted">{t('firstRun/filesLead')}</p>
            <span className="first-run-buttons">
              <Button kind="primary" data-testid="choose-files" onClick={actions.chooseFiles}>
                {t('firstRun/chooseFiles')}
              </Button>
              <Button onClick={actions.chooseFolder}>{t('firstRun/chooseFolder')}</Button>
            </span>
          </li>
          <li>
            <h2>{t('firstRun/sample')}</h2>
            <p className="muted">{t('firstRun/sampleLead')}</p>
            <Button data-testid="open-sample" onClick={actions.openSample}>
              {t('firstRun/openSample')}
            </Button>
          </li>
          <li>
            <h2>{t('firstRun/workspace')}</h2>
            <p className="muted">{t('firstRun/workspaceLead')}</p>
            <Button data-testid="open-workspace" onClick={actions.openWorkspace}>
              {t('firstRun/openWorkspace')}
            </Button>
          </li>
        </ul>
        {settings.recentFiles.length > 0 && (
          <div className="first-run-recent">
            <h2>{t('firstRun/recent')}</h2>
            {settings.privacy && <p className="muted">{t('privacy/hidden')}</p>}
            <ul>
              {(settings.privacy ? [] : settings.recentFiles).map((path) => (
                <li key={path}>
                  <button
                    type="button"
                    className="link"
                    title={path}
                    onClick={() => actions.openPath(path)}
                  >
                    {workspaceName(path)}
                  </button>{' '}
                  <span className="muted">{folderOf(path, FOLDER)}</span>
                </li>
              ))}
            </ul>
          </div>
        )}
        <p className="muted first-run-private">{t('firstRun/private')}</p>
      </div>
    </div>
  );
}
