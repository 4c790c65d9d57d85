import type { Output } from '../../shared/contract/contract';
import { Popover } from '../components/Popover';
import { formatId } from '../format/decimal-text';
import { workspaceName } from '../format/workspace-place';
import { useWords } from '../i18n/use-words';
import { useSettings } from '../state/settings';
import type { useWorkspaceActions } from '../state/use-workspace-actions';

/** The account on show, and the way to another: each workspace is about one account. */
export function WorkspaceChoice({
  workspace,
  actions,
}: {
  readonly workspace: NonNullable<Output<'workspace.current'>>;
  readonly actions: ReturnType<typeof useWorkspaceActions>;
}) {
  const { t } = useWords();
  const { settings } = useSettings();
  const others = settings.recentFiles.filter((path) => path !== workspace.path);
  return (
    <Popover
      label={t('workspaces/title')}
      button={
        workspace.accountName === null ? t('account/unstated') : formatId(workspace.accountName)
      }
      testId="workspaces"
    >
      {(close) => {
        const offer = (name: string, act: () => void, title?: string) => (
          <div key={title ?? name} className="popover-row">
            <button
              type="button"
              className="link popover-name"
              title={title}
              onClick={() => {
                close();
                act();
              }}
            >
              {name}
            </button>
          </div>
        );
        return (
          <>
            {settings.privacy && <p className="popover-row muted">{t('privacy/hidden')}</p>}
            {!settings.privacy && others.length === 0 && (
              <p className="popover-row muted">{t('workspaces/none')}</p>
            )}
            {!settings.privacy &&
              others.map((path) => offer(workspaceName(path), () => actions.openPath(path), path))}
            {offer(t('palette:actions/openWorkspace'), actions.openWorkspace)}
            {offer(t('palette:actions/newWorkspace'), actions.newWorkspace)}
          </>
        );
      }}
    </Popover>
  );
}
